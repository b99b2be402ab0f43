using System.Text.Json;
using Campaigns.Publishing;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Listening.Supporters;
using Campaigns.Tests.Results.Metrics;
using Campaigns.Tests.Results.Posts;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Windows;

/// <summary>Walks the results of every window of a campaign: whatever the whole tells stands there too, or says why it does not.</summary>
public sealed class WindowWalkTests(AzuriteFixture azurite)
{
    private const string Json = """
        { "name": "Missing Type", "start": "2015-06-05", "end": "2015-06-11", "timeZone": "Europe/London", "suppressBelow": BELOW,
          "hashtags": ["#MissingType", "#NationalBloodWeek", "#NeverUsed"],
          "topics": [{ "id": "donating", "any": ["give blood"], "service": "Blood" }, { "id": "waiting", "any": ["waiting list"], "service": "blood" }, { "id": "silent", "any": ["never said"] }],
          "plan": { "tell": "Give blood", "hear": "Why not", "act": "Open more sessions" },
          "objectives": [{ "metric": "uses", "layer": "output", "target": 10 }],
          "accounts": [{ "channel": "bluesky", "account": "nhsbt.example", "organisation": { "name": "NHSBT", "area": "England" } }], "influencerFollowers": 10000 }
        """;

    // Lists whose elements are those of the days, so that the same place is another thing; what is paired on these days; channels that were not heard.
    private static readonly string[] OfTheDays = ["reported", "accounts", "inputs", "audience", "posts", "objectives", "phrases", "byOrganisation", "byArea", "coUse", "byChannel", "languages"];

    [Theory]
    [InlineData(5)]
    [InlineData(0)]
    public async Task Whatever_the_whole_tells_each_window_tells_or_says_why_not(int below)
    {
        await using var engine = await HeardAsync(below);
        var whole = await ListeningRun.ResultsAsync(engine);
        var known = whole.GetProperty("figures").EnumerateObject().Where(figure => figure.Value.GetProperty("value").ValueKind == JsonValueKind.Number).Select(figure => figure.Name).ToList();

        foreach (var (from, to) in from start in Enumerable.Range(5, 7) from end in Enumerable.Range(start, 12 - start) where end - start < 6 select (start, end))
        {
            var window = await ListeningRun.ResultsAsync(engine, window: $"?from=2015-06-{from:00}&to=2015-06-{to:00}");
            FigureWalkTests.Walked(window);
            var figures = window.GetProperty("figures");
            foreach (var pointer in known)
            {
                var at = pointer;
                while (at.Length > 0 && !figures.TryGetProperty(at, out _))
                {
                    at = at[..at.LastIndexOf('/')];
                }

                Assert.True(at.Length > 0 || OfTheDays.Contains(pointer.Split('/')[1]) || IsPart(pointer), $"{from} to {to}: nothing is said of {pointer}.");
                if (at.Length == 0 || OfTheDays.Contains(pointer.Split('/')[1]) || figures.GetProperty(at).GetProperty("value").ValueKind == JsonValueKind.Number)
                {
                    continue;
                }

                var (status, why) = (figures.GetProperty(at).GetProperty("status").GetString(), figures.GetProperty(at).TryGetProperty("why", out var words) ? words.GetString() : null);
                // A mean of nothing, and what nobody was heard to tell, is unknown without a word.
                var isOfNothing = IsOfNothing(window, at);
                Assert.True((status == "suppressed" && below > 0) || (status == "not_offered" && (why is not null || isOfNothing)) || (status == "not_yet" && isOfNothing), $"{from} to {to}: {at} is {status}, {why}");
            }
        }

        // What is told of single channels and languages stands in the whole alone, where few people must be hidden.
        bool IsPart(string pointer) => pointer.StartsWith("/sentiment/by", StringComparison.Ordinal) && below == 0;
    }

    [Fact]
    public async Task Where_everything_was_said_on_these_days_all_that_is_kept_for_the_campaign_is_told()
    {
        await using var engine = await HeardAsync(5);

        var (whole, window) = (await ListeningRun.ResultsAsync(engine), await ListeningRun.ResultsAsync(engine, window: "?from=2015-06-06&to=2015-06-10"));

        foreach (var name in new[] { "contributors", "potentialReach", "byChannel", "byHashtag", "byKind", "peopleByKind", "unions", "topics", "services", "coUse", "sentiment", "languages", "firstMentionAt", "lastMentionAt", "phrases" })
        {
            Assert.Equal(whole.GetProperty(name).GetRawText(), window.GetProperty(name).GetRawText());
        }

        Assert.Equal(("not_offered", "not_offered"), (Of(window, "/objectives", "status"), Of(window, "/organisationsActive/active", "status")));
        FigureWalkTests.Walked(window);
    }

    [Fact]
    public async Task The_first_and_the_last_mentions_time_are_told_where_they_are_the_campaigns_and_of_nobody_else()
    {
        await using var engine = await HeardAsync(5);
        var whole = await ListeningRun.ResultsAsync(engine);

        var (early, middle, quiet) = (await WindowAsync("from=2015-06-05&to=2015-06-07"), await WindowAsync("from=2015-06-07&to=2015-06-07"), await WindowAsync("from=2015-06-11"));

        Assert.Equal(whole.GetProperty("firstMentionAt").GetString(), early.GetProperty("firstMentionAt").GetString());
        Assert.All(new[] { (early, "/lastMentionAt"), (middle, "/firstMentionAt"), (middle, "/lastMentionAt") }, one => Assert.Contains("single person's", Of(one.Item1, one.Item2, "why"), StringComparison.Ordinal));
        Assert.Equal("Nobody was heard on these days.", Of(quiet, "/firstMentionAt", "why"));
        Assert.Equal(("zero", "zero", "zero"), (Of(quiet, "/byHashtag/missingtype/contributors", "status"), Of(quiet, "/peopleByKind/share/potentialReach", "status"), Of(quiet, "/topics/donating/contributors", "status")));

        Task<JsonElement> WindowAsync(string query) => ListeningRun.ResultsAsync(engine, window: $"?{query}");
    }

    [Fact]
    public async Task Where_nobody_is_to_be_hidden_feelings_by_channel_topic_service_and_language_add_up_over_windows()
    {
        await using var engine = await HeardAsync(0);
        var whole = await ListeningRun.ResultsAsync(engine);
        JsonElement[] windows = [.. await Task.WhenAll(new[] { "to=2015-06-06", "from=2015-06-07&to=2015-06-07", "from=2015-06-08" }.Select(days => ListeningRun.ResultsAsync(engine, window: $"?{days}")))];

        var parts = whole.GetProperty("figures").EnumerateObject().Where(figure =>
            figure.Name.Split('/') is [_, "sentiment", "byChannel" or "byTopic" or "byLanguage", _, "positive" or "neutral" or "negative" or "mixed" or "analysed" or "of"] or [_, "languages", _] or [_, "services", _, "sentiment", _]).ToList();

        Assert.True(parts.Count(part => Value(part.Value) > 0) > 15, "Too few feelings stand in parts.");
        Assert.All(parts, part => Assert.Equal(Value(part.Value), windows.Sum(window => window.GetProperty("figures").TryGetProperty(part.Name, out var figure) ? Value(figure) : 0)));

        static double Value(JsonElement figure) => figure.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : 0;
    }

    private static bool IsOfNothing(JsonElement window, string pointer) =>
        pointer.EndsWith("PerContributor", StringComparison.Ordinal) || pointer.EndsWith("shareOfVoice", StringComparison.Ordinal) || pointer.StartsWith("/engagements", StringComparison.Ordinal) || pointer.EndsWith("confidence", StringComparison.Ordinal)
        || ((pointer.StartsWith("/services", StringComparison.Ordinal) || pointer.StartsWith("/sentiment", StringComparison.Ordinal)) && window.GetProperty("mentions").GetInt64() == 0);

    private static string? Of(JsonElement results, string pointer, string field) => results.GetProperty("figures").GetProperty(pointer).GetProperty(field).GetString();

    private async Task<TestEngine> HeardAsync(int below)
    {
        var engine = await Felt.StartAsync(azurite, TestClock.At("2015-06-25T09:00:00Z"));
        await SampleCampaign.PutAsync(engine, json: Json.Replace("BELOW", $"{below}", StringComparison.Ordinal));
        await Supporting.ReplaceAsync(engine, Supporting.Organisation(id: "author-3", channel: "x"));
        await Entering.PutAsync(engine, "people-engaged", "2015-06-08", Entering.Engaged);
        await Entering.PutAsync(engine, "followers", "2015-06-05", Entering.Followers("1000"));
        await Entering.PutInputAsync(engine, "mediaSpend", "2015-06-05", Entering.Json("99.5"));
        await Posting.PutAsync(engine, "hello");
        await Posting.SettleAsync(engine, "hello", DeliveryState.Published, "2015-06-08T08:00:00Z");
        await ListeningRun.ResultsAfterAsync(engine, Line.Join([
            .. FigureWalkTests.Rich, .. Enumerable.Range(6, 3).SelectMany(day => Felt.Some(7, "I love to give blood", day == 7 ? "bluesky" : "x", day: day).Concat(Felt.Some(6, "I hate the waiting list", day: day))),
        ]));
        return engine;
    }
}
