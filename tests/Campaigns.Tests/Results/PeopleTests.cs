using System.Text.Json;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results;

/// <summary>Figures about the people of a part: of a channel, a hashtag, a kind, a topic.</summary>
public sealed class PeopleTests(AzuriteFixture azurite)
{
    private static readonly string WithTopics = SampleCampaign.Json.Replace(
        "\"accounts\"", """ "topics": [{ "id": "donors", "any": ["give blood"] }, { "id": "myths", "any": ["#stoptober", "bleeding"], "none": ["nose"] }], "accounts" """, StringComparison.Ordinal);

    [Fact]
    public async Task People_are_counted_by_channel_hashtag_and_kind_with_their_largest_follower_count_in_the_campaign()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Authors("a", 6, followers: 10), .. Authors("a", 6, followers: 30, text: "#NationalBloodWeek", kind: "share", id: "again"), .. Authors("b", 5, followers: 20_000, channel: "bluesky", authorKind: "organisation")]));

        Assert.Equal((11, 5, 5, 100_180), (Long(results, "contributors"), Long(results, "organisations"), Long(results, "influencers"), Long(results, "potentialReach")));
        Assert.Equal("x 12: 6 0 0 180 240", Part(results, "byChannel", "x"));
        Assert.Equal("bluesky 5: 5 5 5 100000 100000", Part(results, "byChannel", "bluesky"));
        Assert.Equal("missingtype 11: 11 5 5 100180 100060", Part(results, "byHashtag", "missingtype"));
        Assert.Equal("nationalbloodweek 6: 6 0 0 180 180", Part(results, "byHashtag", "nationalbloodweek"));
        Assert.Equal("share : 6 0 0 180 180", Part(results, "peopleByKind", "share"));
        Assert.Equal("reply : 0 0 0 0 0", Part(results, "peopleByKind", "reply"));
        Assert.Equal(11, results.GetProperty("byKind").GetProperty("original").GetInt64());
    }

    [Fact]
    public async Task Overlapping_parts_give_an_interval_that_holds_the_whole_and_say_why()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Authors("a", 6, followers: 10), .. Authors("a", 6, followers: 10, text: "#NationalBloodWeek", id: "again"), .. Authors("b", 5, followers: 1)]));
        var contributors = results.GetProperty("unions").GetProperty("contributors").GetProperty("byHashtag");

        Assert.Equal((11, 17, 11), (Long(contributors, "atLeast"), Long(contributors, "atMost"), Long(results, "contributors")));
        Assert.StartsWith("Those who are in several parts count once", contributors.GetProperty("why").GetString(), StringComparison.Ordinal);
        Assert.Equal((65, 125), (Long(results.GetProperty("unions").GetProperty("potentialReach").GetProperty("byHashtag"), "atLeast"), Long(results.GetProperty("unions").GetProperty("potentialReach").GetProperty("byHashtag"), "atMost")));
    }

    [Fact]
    public async Task Figures_of_few_people_are_null_with_the_next_smallest_and_zero_stays_zero()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Authors("a", 9, followers: 10), .. Authors("b", 4, followers: 7, channel: "bluesky"), .. Authors("c", 6, followers: 3, channel: "mastodon")]));

        Assert.Equal((19, 136), (Long(results, "contributors"), Long(results, "potentialReach")));
        Assert.Equal("x 9: 9 0 0 90 90", Part(results, "byChannel", "x"));
        Assert.Equal("bluesky 4: null 0 0 null null", Part(results, "byChannel", "bluesky"));
        Assert.Equal("mastodon 6: null 0 0 null null", Part(results, "byChannel", "mastodon"));
        Assert.Equal("nationalbloodweek 0: 0 0 0 0 0", Part(results, "byHashtag", "nationalbloodweek"));
        Assert.Equal("suppressed", Status(results, "/byChannel/bluesky/contributors"));
        Assert.Equal("zero", Status(results, "/byChannel/bluesky/organisations"));
        Assert.Equal("value", Status(results, "/contributors"));
    }

    [Fact]
    public async Task Followers_that_few_have_told_are_hidden_in_a_part_however_many_contributors_it_has()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Authors("a", 9, followers: 10), .. Authors("b", 9, followers: null, channel: "bluesky"), Line.Of("told", channel: "bluesky", author: "told", followers: 77)]));

        Assert.Equal("bluesky 10: 10 0 0 null null", Part(results, "byChannel", "bluesky"));
        Assert.Equal("suppressed", Status(results, "/byChannel/bluesky/potentialReach"));
    }

    [Fact]
    public async Task A_campaign_may_say_that_nothing_is_hidden()
    {
        await using var engine = await StartAsync(SampleCampaign.Json.Replace("\"accounts\"", "\"suppressBelow\": 0, \"accounts\"", StringComparison.Ordinal));

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", author: "a", followers: 3));

        Assert.Equal("x 1: 1 0 0 3 3", Part(results, "byChannel", "x"));
    }

    [Fact]
    public async Task Topics_are_counted_by_their_words_with_their_share_of_voice_and_kept_out_of_mentions_and_uses()
    {
        await using var engine = await StartAsync(WithTopics);

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Authors("a", 6, followers: 1, text: "Give blood #MissingType"), .. Authors("b", 3, followers: 1, text: "give blood, stop bleeding"), .. Authors("c", 3, followers: 1, text: "#Stoptober"), Line.Of("no", "a nose bleeding")]));
        var (donors, myths) = (results.GetProperty("topics").GetProperty("donors"), results.GetProperty("topics").GetProperty("myths"));

        Assert.Equal((6, 6), (Long(results, "mentions"), Long(results.GetProperty("uses"), "total")));
        Assert.Equal((9, """{"wordsOnly":3,"withHashtag":6}""", 6), (Long(donors, "mentions"), donors.GetProperty("matchedBy").GetRawText(), Long(donors, "contributors")));
        Assert.Equal((6, """{"wordsOnly":6,"withHashtag":0}""", 0), (Long(myths, "mentions"), myths.GetProperty("matchedBy").GetRawText(), Long(myths, "contributors")));
        Assert.Equal((9 / 12.0, 6 / 12.0), (donors.GetProperty("shareOfVoice").GetDouble(), myths.GetProperty("shareOfVoice").GetDouble()));
        Assert.Equal("""{"hashtags":{},"topics":{"missingtype":{"donors":6}}}""", results.GetProperty("coUse").GetRawText());
        Assert.Equal("shareOfVoice@1", results.GetProperty("figures").GetProperty("/topics/myths/shareOfVoice").GetProperty("definition").GetString());
    }

    [Fact]
    public async Task A_topic_of_few_mentions_has_no_share_of_voice_and_one_that_nobody_speaks_about_has_none_of_it()
    {
        await using var engine = await StartAsync(WithTopics);

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(Authors("a", 4, followers: 1, text: "Give blood #MissingType")));

        Assert.Equal((4, JsonValueKind.Null), (Long(results.GetProperty("topics").GetProperty("donors"), "mentions"), results.GetProperty("topics").GetProperty("donors").GetProperty("shareOfVoice").ValueKind));
        Assert.Equal(("suppressed", "suppressed", "zero", "zero"), (
            Status(results, "/topics/donors/shareOfVoice"), Status(results, "/topics/donors/contributors"), Status(results, "/topics/myths/mentions"), Status(results, "/topics/myths/shareOfVoice")));
    }

    [Fact]
    public async Task What_only_looks_like_a_hashtag_is_told_apart_and_counts_in_nothing_else()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1", "#MissingType", author: "a"), Line.Of("2", "#Мissingtype", author: "b")));

        Assert.Equal((1, 1, 1), (Long(results, "mentions"), Long(results, "contributors"), Long(results.GetProperty("lookAlikes"), "missingtype")));
        Assert.Equal("zero", Status(results, "/lookAlikes/nationalbloodweek"));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(2_000)]
    public async Task Results_are_three_storage_reads_and_one_for_what_is_felt_entered_published_and_listed_however_many_mentions_there_are(int mentions)
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite);
        await SampleCampaign.PutAsync(engine, json: WithTopics);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Authors("a", mentions, followers: 1, text: "Give blood #MissingType #NationalBloodWeek")));

        wire.Forget();
        Assert.Equal(mentions, Long(await ListeningRun.ResultsAsync(engine), "mentions"));

        Assert.Equal(["Campaigns", "Coverage", "Insight", "Posts", "Reported", "Summaries", "Supporters"], wire.Seen.Select(request => request.Split('(')[0].Split('/')[^1][engine.Prefix.Length..]).Order());
    }

    private static IEnumerable<string> Authors(
        string name, int count, long? followers, string text = "#MissingType", string channel = "x", string? kind = null, string? authorKind = null, string id = "") =>
        Enumerable.Range(0, count).Select(number => Line.Of(
            $"{name}{number}{id}", text, createdAt: $"2015-06-{6 + (number % 9):00}T10:00:00Z", channel: channel, author: $"{name}{number}", followers: followers, kind: kind, authorKind: authorKind));

    private async Task<TestEngine> StartAsync(string json = SampleCampaign.Json)
    {
        var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, json: json);
        return engine;
    }

    private static string Part(JsonElement results, string dimension, string name)
    {
        var part = results.GetProperty(dimension).GetProperty(name);
        var people = new[] { "contributors", "organisations", "influencers", "potentialReach", "potentialImpressions" }.Select(figure => part.GetProperty(figure).GetRawText());
        return $"{name} {(part.TryGetProperty("mentions", out var mentions) ? mentions.GetRawText() : "")}: {string.Join(' ', people)}";
    }

    private static string? Status(JsonElement results, string pointer) => results.GetProperty("figures").GetProperty(pointer).GetProperty("status").GetString();

    private static long Long(JsonElement results, string name) => results.GetProperty(name).GetInt64();
}
