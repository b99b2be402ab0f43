using System.Globalization;
using System.Text.Json;
using Campaigns.Insight;
using Campaigns.Listening.Retention;
using Campaigns.Tests.Insight;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Campaigns.Tests.Results;

public sealed class SentimentTests(AzuriteFixture azurite)
{
    private static readonly string WithTopics = SampleCampaign.Json.Replace(
        "\"plan\"", """ "topics": [{ "id": "giving", "any": ["give blood"] }], "plan" """, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_felt_stands_with_its_base_its_analyser_and_how_much_of_all_it_is()
    {
        await using var engine = await StartAsync();
        await SampleCampaign.PutAsync(engine);

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Some(10, "I love"), .. Some(7, "I hate"), .. Some(6, "both"), .. Some(9, "and"), .. Some(2, "refused"), .. Some(20, "dear"), Line.Of("own", channel: "bluesky", author: "nhsbt.example")]));

        var sentiment = results.GetProperty("sentiment");
        Assert.Equal(
            [10, 9, 7, 6, 32, 54, 0, 2, 20, 0],
            Of(sentiment, "positive", "neutral", "negative", "mixed", "analysed", "of", "notOffered", "failed", "overBudget", "notLookedAt"));
        Assert.Equal(("words", "1", "words 1"), (sentiment.GetProperty("analyser").GetString(), sentiment.GetProperty("version").GetString(), sentiment.GetProperty("analysers")[0].GetString()));
        // 32 of 52 that could be asked.
        Assert.Equal(10.85, sentiment.GetProperty("marginOfError").GetDouble());
        Assert.Equal(0.75, sentiment.GetProperty("confidence").GetDouble());
        var figure = results.GetProperty("figures").GetProperty("/sentiment/positive");
        Assert.Equal(("value", "sentiment@1", "words", 0.5926), (Text(figure, "status"), Text(figure, "definition"), Text(figure, "source"), figure.GetProperty("coverage").GetDouble()));
        Assert.Equal(JsonValueKind.String, figure.GetProperty("asOf").ValueKind);
    }

    [Fact]
    public async Task Its_moment_is_when_the_totals_were_last_added_to_however_late_they_are_read()
    {
        var clock = TestClock.At("2015-06-12T12:00:00Z");
        await using var engine = await StartAsync(clock);
        await SampleCampaign.PutAsync(engine);
        var first = AsOf(await ListeningRun.ResultsAfterAsync(engine, Line.Join([.. Some(10, "I love"), .. Some(10, "\"waiting\"", day: 9)])));
        var last = AsOf(await ListeningRun.ResultsAfterAsync(engine, Line.Join(Some(9, "I hate"))));
        Assert.True(last > first);

        clock.Set(DateTimeOffset.Parse("2015-12-01T00:00:00Z", CultureInfo.InvariantCulture));
        await engine.Function<EndRetention>().Run(null!, default);

        Assert.NotEqual(JsonValueKind.Null, (await GetAsync(engine)).GetProperty("closedAt").ValueKind);
        Assert.Equal(last, AsOf(await ListeningRun.ResultsAsync(engine)));

        static DateTimeOffset AsOf(JsonElement results) => Assert.Single(
            new[] { "/sentiment/positive", "/sentiment/byChannel/x/analysed", "/languages/en", "/phrases/waiting" }
                .Select(pointer => results.GetProperty("figures").GetProperty(pointer).GetProperty("asOf").GetDateTimeOffset()).Distinct());

        static async Task<JsonElement> GetAsync(TestEngine engine)
        {
            var request = Call.Request(engine, "GET", "/api/campaigns/missing-type");
            return (await Call.AnswerAsync(request, engine.Function<Campaigns.Planning.GetCampaign>().Run(request, "missing-type", default))).Json;
        }
    }

    [Fact]
    public async Task Parts_of_few_mentions_are_hidden_and_the_campaigns_own_figures_never()
    {
        await using var engine = await StartAsync();
        await SampleCampaign.PutAsync(engine, json: WithTopics);

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Some(30, "I love"), .. Some(20, "I hate", channel: "mastodon"), .. Some(40, "I love", channel: "facebook"), Line.Of("one", "I hate #MissingType", channel: "bluesky"), Line.Of("two", "I hate to give blood")]));

        var (sentiment, figures) = (results.GetProperty("sentiment"), results.GetProperty("figures"));
        Assert.Equal([70, 0, 21, 0, 91], Of(sentiment, "positive", "neutral", "negative", "mixed", "analysed"));
        Assert.Equal([40L, 40L], Of(sentiment.GetProperty("byChannel").GetProperty("facebook"), "positive", "analysed"));
        foreach (var pointer in new[] { "byChannel/bluesky/negative", "byChannel/bluesky/analysed", "byChannel/mastodon/negative", "byTopic/giving/negative", "byTopic/giving/analysed" })
        {
            Assert.Equal("suppressed", Text(figures.GetProperty($"/sentiment/{pointer}"), "status"));
        }

        Assert.Equal(1, sentiment.GetProperty("byChannel").GetProperty("bluesky").GetProperty("of").GetInt64());
    }

    [Fact]
    public async Task A_language_that_nothing_is_offered_for_is_not_neutral()
    {
        await using var engine = await StartAsync();
        await SampleCampaign.PutAsync(engine);

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(Enumerable.Range(0, 8).Select(number => InLanguage($"{number}", "cy-GB"))));

        Assert.Equal([0, 8], Of(results.GetProperty("sentiment"), "analysed", "notOffered"));
        Assert.Equal(JsonValueKind.Null, results.GetProperty("sentiment").GetProperty("neutral").ValueKind);
        Assert.Equal("not_offered", Text(results.GetProperty("figures").GetProperty("/sentiment/neutral"), "status"));
        Assert.Equal("""{"cy":8}""", results.GetProperty("languages").GetRawText());
    }

    [Fact]
    public async Task A_language_of_few_mentions_is_hidden_wherever_it_stands_and_the_least_of_the_others_with_it()
    {
        await using var engine = await StartAsync();
        await SampleCampaign.PutAsync(engine);

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Enumerable.Range(0, 3).Select(number => InLanguage($"{number}", "cy-GB")), .. Enumerable.Range(0, 7).Select(number => InLanguage($"p{number}", "pl")), .. Some(30, "I love")]));

        var (languages, parts, figures) = (results.GetProperty("languages"), results.GetProperty("sentiment").GetProperty("byLanguage"), results.GetProperty("figures"));
        Assert.Equal("""{"en":30,"pl":null,"cy":null}""", languages.GetRawText());
        Assert.Equal(new[] { 30L, 30L }, Of(parts.GetProperty("en"), "analysed", "of"));
        foreach (var (language, name) in from language in new[] { "cy", "pl" } from name in parts.GetProperty(language).EnumerateObject() select (language, name))
        {
            Assert.Equal((JsonValueKind.Null, "suppressed"), (name.Value.ValueKind, Text(figures.GetProperty($"/sentiment/byLanguage/{language}/{name.Name}"), "status")));
        }
    }

    [Fact]
    public async Task What_is_not_looked_at_yet_is_told_and_not_taken_for_nothing()
    {
        await using var engine = await StartAsync();
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Line.Join(Some(6, "I love")));
        await ListeningRun.TrackAsync(engine);
        await ListeningRun.SweepAsync(engine);

        var results = await ListeningRun.ResultsAsync(engine);

        Assert.Equal([6L, 6L], Of(results.GetProperty("sentiment"), "of", "notLookedAt"));
        Assert.Equal("not_yet", Text(results.GetProperty("figures").GetProperty("/sentiment/positive"), "status"));
    }

    [Fact]
    public async Task A_hashtag_that_leaves_the_plan_takes_its_texts_along_and_brings_them_back()
    {
        await using var engine = await StartAsync();
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join([.. Some(6, "I love"), .. Some(7, "I hate", tag: "#NationalBloodWeek")]));
        var campaigns = engine.Get<Campaigns.Planning.CampaignTable>();

        var updated = await campaigns.UpdateAsync(campaign with { Hashtags = [campaign.Hashtags[0]] }, default);
        await ListeningRun.SweepAsync(engine);

        Assert.Equal(new[] { 6L, 0L }, Of((await ListeningRun.ResultsAsync(engine)).GetProperty("sentiment"), "positive", "negative"));
        Assert.NotNull(updated);
    }

    [Fact]
    public async Task Days_that_are_outside_the_campaign_now_are_in_no_figure_until_they_are_in_it_again()
    {
        await using var engine = await StartAsync();
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join([.. Some(5, "I love", day: 5), .. Some(6, "\"waiting\"", day: 6), .. Some(7, "I hate \"parking\"", day: 8), .. Some(9, "both", day: 21)]));
        var campaigns = engine.Get<Campaigns.Planning.CampaignTable>();

        // From the sixth to the eighth, in London.
        var shorter = await campaigns.UpdateAsync(campaign with { StartsAt = Instant.FromUtc(2015, 6, 5, 23, 0), EndsAt = Instant.FromUtc(2015, 6, 8, 23, 0) }, default);
        await ListeningRun.SweepAsync(engine);

        var (results, days) = (await ListeningRun.ResultsAsync(engine), await ListeningRun.TimelineAsync(engine, "day"));
        Assert.Equal([0, 6, 7, 0, 13, 13], Of(results.GetProperty("sentiment"), "positive", "neutral", "negative", "mixed", "analysed", "of"));
        Assert.Equal(("""{"en":13}""", """{"parking":7,"waiting":6}"""), (results.GetProperty("languages").GetRawText(), results.GetProperty("phrases").GetRawText()));
        Assert.Equal([6L, 0L, 7L], days.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("sentiment").GetProperty("analysed").GetInt64()));
        Assert.NotNull(await campaigns.UpdateAsync(shorter! with { StartsAt = campaign.StartsAt, EndsAt = campaign.EndsAt }, default));
        await ListeningRun.SweepAsync(engine);
        Assert.Equal(new[] { 5L, 6L, 7L, 9L, 27L }, Of((await ListeningRun.ResultsAsync(engine)).GetProperty("sentiment"), "positive", "neutral", "negative", "mixed", "analysed"));
    }

    [Fact]
    public async Task Days_show_what_is_felt_with_its_base_and_hours_do_not()
    {
        await using var engine = await StartAsync();
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [
                .. Some(10, "I love", day: 8), .. Some(12, "I hate", day: 9), .. Some(11, "I love", day: 9), .. Some(10, "and", day: 9), .. Some(2, "I love", day: 10),
                .. Some(40, "I love", day: 11), .. Some(30, "and", day: 11), .. Some(50, "I hate", day: 11),
            ]));

        var (days, hours) = (await ListeningRun.TimelineAsync(engine, "day"), await ListeningRun.TimelineAsync(engine, "hour"));

        Assert.Equal(("value", "suppressed"), (Text(days, "sentiment"), Text(hours, "sentiment")));
        Assert.All(hours.GetProperty("rows").EnumerateArray(), row => Assert.Equal(JsonValueKind.Null, row.GetProperty("sentiment").ValueKind));
        var rows = days.GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal([40, 30, 50, 0, 120, 120], Of(rows[3].GetProperty("sentiment"), "positive", "neutral", "negative", "mixed", "analysed", "of"));
        // The tenth has two, and the eighth is the next: who knows the whole would know them.
        Assert.All([rows[0], rows[2]], row => Assert.Equal(JsonValueKind.Null, row.GetProperty("sentiment").GetProperty("positive").ValueKind));
        Assert.Equal(33, rows[1].GetProperty("sentiment").GetProperty("analysed").GetInt64());
        Assert.Contains("sentiment/analysed", rows[2].GetProperty("suppressed").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task Phrases_stand_by_how_many_mentions_have_them()
    {
        await using var engine = await StartAsync();
        await SampleCampaign.PutAsync(engine);

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join([.. Some(6, "\"waiting list\""), .. Some(9, "\"parking\""), .. Some(4, "\"rare thing\"")]));

        Assert.Equal("""{"parking":9,"waiting list":6}""", results.GetProperty("phrases").GetRawText());
        Assert.Equal("phrases@1", Text(results.GetProperty("figures").GetProperty("/phrases/waiting list"), "definition"));
    }

    private static IEnumerable<string> Some(int count, string words, string channel = "x", string tag = "#MissingType", int day = 8) => Enumerable.Range(0, count).Select(number =>
        Line.Of($"{words}-{day}-{number}", $"{words} {tag}", channel: channel, createdAt: string.Create(CultureInfo.InvariantCulture, $"2015-06-{day:00}T10:00:00Z")));

    private static string InLanguage(string id, string language) =>
        JsonSerializer.Serialize(new { channel = "x", id, createdAt = "2015-06-08T10:00:00Z", text = "Rhoi gwaed #MissingType", language });

    private static long[] Of(JsonElement numbers, params string[] names) => [.. names.Select(name => numbers.GetProperty(name).GetInt64())];

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private Task<TestEngine> StartAsync(TimeProvider? clock = null) => TestEngine.StartAsync(
        azurite, clock, services => services.AddSingleton<IAnalyser>(new Feelings()), new Dictionary<string, string?> { ["Retention:KnownAfter"] = "00:00:00" });
}
