using System.Text.Json;
using Campaigns.Results.Supporters;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Listening.Supporters;
using Campaigns.Tests.Results.RollUps;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Supporters;

public sealed class GetContributorsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Supporters_stand_by_name_who_said_most_first_and_everybody_else_is_a_number()
    {
        await using var engine = await StartAsync();
        await Supporting.ReplaceAsync(engine, Supporting.Organisation(id: "1", name: "A college"), Supporting.Organisation(id: "2", name: "A charity"), Supporting.Organisation(id: "3", name: "A silent one"));
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", author: "1", followers: 5), Line.Of("2", "#MissingType #NationalBloodWeek", author: "2", followers: 7), Line.Of("3", createdAt: "2015-06-09T10:00:00Z", author: "2"),
            Line.Join(Enumerable.Range(4, 5).Select(number => Line.Of($"{number}", author: $"somebody {number}", followers: 99)))));

        var answer = await GetAsync(engine);

        Assert.Equal(
            """
            [{"channel":"x","name":"A charity","handle":null,"kind":"organisation","mentions":2,"uses":3,"firstMentionAt":"2015-06-08T11:00:00+01:00","lastMentionAt":"2015-06-09T11:00:00+01:00","followers":7,"followersStatus":"value"},{"channel":"x","name":"A college","handle":null,"kind":"organisation","mentions":1,"uses":1,"firstMentionAt":"2015-06-08T11:00:00+01:00","lastMentionAt":"2015-06-08T11:00:00+01:00","followers":5,"followersStatus":"value"}]
            """,
            answer.GetProperty("items").GetRawText());
        Assert.Equal("""{"contributors":5,"status":"value"}""", answer.GetProperty("others").GetRawText());
        Assert.Equal(2, (await ListeningRun.ResultsAsync(engine)).GetProperty("organisations").GetInt32());
    }

    [Fact]
    public async Task Few_others_are_not_given_away_by_taking_the_supporters_from_the_whole()
    {
        await using var engine = await StartAsync();
        await Supporting.ReplaceAsync(engine, Supporting.Organisation(id: "1", name: "A college"));
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1", author: "1", followers: 5), Line.Of("2", author: "somebody", followers: 99)));

        var answer = await GetAsync(engine);

        Assert.Equal("""{"contributors":null,"status":"suppressed"}""", answer.GetProperty("others").GetRawText());
        var college = Assert.Single(answer.GetProperty("items").EnumerateArray());
        Assert.Equal((JsonValueKind.Null, "suppressed"), (college.GetProperty("followers").ValueKind, college.GetProperty("followersStatus").GetString()));
    }

    [Theory]
    [InlineData("bluesky", "")]
    [InlineData("x", "x bluesky")]
    public async Task Where_few_others_told_their_followers_a_channels_reach_is_hidden_and_where_it_is_the_campaigns_those_of_the_supporters(string teller, string hidden)
    {
        await using var engine = await StartAsync();
        await Supporting.ReplaceAsync(engine, Supporting.Organisation(id: "1", name: "A college"), Supporting.Organisation(id: "1", channel: "bluesky", name: "A charity"));
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", author: "1", followers: 5), Line.Of("1", author: "1", followers: 7, channel: "bluesky"), Line.Of("told", author: "told", followers: 99, channel: teller),
            Line.Join(Enumerable.Range(0, 9).Select(number => Line.Of($"a{number}", author: $"a{number}", followers: teller == "x" ? null : 3))),
            Line.Join(Enumerable.Range(0, 9).Select(number => Line.Of($"b{number}", author: $"b{number}", channel: "bluesky")))));

        var items = (await GetAsync(engine)).GetProperty("items").EnumerateArray().ToArray();

        Assert.Equal(hidden.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), items.Where(item => item.GetProperty("followersStatus").GetString() == "suppressed").Select(item => item.GetProperty("channel").GetString()).Order());
        Assert.Equal(JsonValueKind.Null, (await ListeningRun.ResultsAsync(engine)).GetProperty("byChannel").GetProperty("bluesky").GetProperty("potentialReach").ValueKind);
    }

    [Fact]
    public async Task Who_leaves_the_list_is_a_number_again_and_no_organisation()
    {
        await using var engine = await StartAsync();
        await Supporting.ReplaceAsync(engine, Supporting.Organisation(id: "1"), Supporting.Organisation(id: "2", name: "A charity"));
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1", author: "1"), Line.Of("2", author: "2")));

        await Supporting.ReplaceAsync(engine, Supporting.Organisation(id: "2", name: "A charity"));
        await ListeningRun.SweepAsync(engine);

        var answer = await GetAsync(engine);
        Assert.Equal(["A charity"], answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()));
        Assert.Equal("""{"contributors":null,"status":"suppressed"}""", answer.GetProperty("others").GetRawText());
        Assert.Equal(1, (await ListeningRun.ResultsAsync(engine)).GetProperty("organisations").GetInt32());
    }

    [Fact]
    public async Task Pages_follow_each_other_to_the_end()
    {
        await using var engine = await StartAsync();
        await Supporting.ReplaceAsync(engine, [.. Enumerable.Range(0, 5).Select(number => Supporting.Organisation(id: $"{number}", name: $"S{number}"))]);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Enumerable.Range(0, 5).Select(number => Line.Of($"{number}", author: $"{number}"))));

        var first = await GetAsync(engine, "?limit=3");
        var last = await GetAsync(engine, $"?limit=3&after={first.GetProperty("next").GetString()}");

        Assert.Equal(["S0", "S1", "S2", "S3", "S4"], first.GetProperty("items").EnumerateArray().Concat(last.GetProperty("items").EnumerateArray()).Select(item => item.GetProperty("name").GetString()));
        Assert.Equal(JsonValueKind.Null, last.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task A_page_goes_on_in_the_list_of_the_page_before_or_not_at_all()
    {
        await using var engine = await StartAsync();
        await Supporting.ReplaceAsync(engine, [.. Enumerable.Range(0, 5).Select(number => Supporting.Organisation(id: $"{number}", name: $"S{number}"))]);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Enumerable.Range(0, 5).Select(number => Line.Of($"{number}", author: $"{number}"))));
        var next = (await GetAsync(engine, "?limit=3")).GetProperty("next").GetString();

        await ListeningRun.ResultsAfterAsync(engine, Line.Of("stranger", author: "nobody's"));
        var others = await GetAsync(engine, $"?limit=3&after={next}");
        // Now the last one would stand on the first page, and the third one come twice.
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("more", author: "4"), Line.Of("most", author: "4")));
        var changed = await AnswerAsync(engine, "missing-type", $"?limit=3&after={next}");

        Assert.Equal(["S3", "S4"], others.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()));
        Assert.Equal((410, "urn:campaigns:problem:gone"), (changed.Status, changed.Json.GetProperty("type").GetString()));
        Assert.Equal(["S4", "S0", "S1"], (await GetAsync(engine, "?limit=3")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Supporters_and_the_number_of_the_others_are_of_one_roll_up_or_not_told()
    {
        var clock = TestClock.At("2015-09-25T09:00:00Z");
        await using var engine = await TornRollUps.StartAsync(azurite, clock);
        await Supporting.ReplaceAsync(engine, Supporting.Organisation(id: "a", name: "A"), Supporting.Organisation(id: "b", name: "B"));
        await using var wire = await TableWire.StartAsync(azurite);
        await using var reading = await wire.EngineAsync(azurite, engine.Prefix, clock);
        var asked = wire.SweepBefore(engine, "Summaries()");

        var answer = await GetAsync(reading);

        Assert.NotEqual(0, asked());
        Assert.Equal((clock.GetUtcNow(), "AB", 0), (answer.GetProperty("asOf").GetDateTimeOffset(), string.Concat(answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString())), answer.GetProperty("others").GetProperty("contributors").GetInt32()));
        await TornRollUps.CountAsync(engine, clock, TornRollUps.EachDay("c"));
        await TornRollUps.BreakOffAsync(azurite, engine, clock);
        var torn = await AnswerAsync(engine, "missing-type", "");
        Assert.Equal((503, "5"), (torn.Status, torn.Headers.RetryAfter.ToString()));
    }

    [Fact]
    public async Task Before_the_first_roll_up_nobody_stands_there_and_a_wrong_page_or_campaign_is_told()
    {
        await using var engine = await StartAsync();

        Assert.Equal("""{"asOf":null,"items":[],"next":null,"others":{"contributors":null,"status":"not_yet"}}""", (await GetAsync(engine)).GetRawText());
        Assert.Equal((422, 410), ((await AnswerAsync(engine, "missing-type", "?after=3")).Status, (await AnswerAsync(engine, "missing-type", "?after=another.3")).Status));
        Assert.Equal(404, (await AnswerAsync(engine, "none", "")).Status);
    }

    public static async Task<JsonElement> GetAsync(TestEngine engine, string query = "")
    {
        var answer = await AnswerAsync(engine, "missing-type", query);
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json;
    }

    private static Task<Answer> AnswerAsync(TestEngine engine, string campaign, string query)
    {
        var request = Call.Request(engine, "GET", $"/api/campaigns/{campaign}/results/contributors{query}");
        return Call.AnswerAsync(request, engine.Function<GetContributors>().Run(request, campaign, default));
    }

    private async Task<TestEngine> StartAsync()
    {
        var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        return engine;
    }
}
