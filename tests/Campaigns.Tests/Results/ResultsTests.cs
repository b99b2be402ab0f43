using System.Globalization;
using System.Text.Json;
using Campaigns.Planning;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results;

public sealed class ResultsTests(AzuriteFixture azurite)
{
    private static readonly CampaignHashtag Later = new(Hashtag.TryParse("#GiveBlood", out var tag) ? tag : default, 2, DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task Before_the_first_roll_up_every_number_is_null_and_says_not_yet()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAsync(engine);

        Assert.Equal(JsonValueKind.Null, results.GetProperty("asOf").ValueKind);
        Assert.Equal(JsonValueKind.Null, results.GetProperty("uses").GetProperty("byHashtag").GetProperty("missingtype").ValueKind);
        // What the plan says is known before anybody says anything.
        Assert.All(
            results.GetProperty("figures").EnumerateObject().Where(figure => figure.Value.GetProperty("source").GetString() != "plan"),
            figure => Assert.Equal("not_yet", figure.Value.GetProperty("status").GetString()));
        Assert.DoesNotContain(results.EnumerateObject(), field => field.Value.ValueKind == JsonValueKind.Number);
    }

    [Fact]
    public async Task Every_number_stands_in_figures_by_its_pointer_and_every_pointer_leads_to_something()
    {
        await using var engine = await StartAsync();
        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1", author: "a"), Line.Of("2")));

        var figures = results.GetProperty("figures").EnumerateObject().ToDictionary(figure => figure.Name, figure => figure.Value);
        var numbers = Numbers(results, "").Where(pointer => !pointer.StartsWith("/figures", StringComparison.Ordinal) && !pointer.StartsWith("/coverage", StringComparison.Ordinal)).ToList();

        Assert.Empty(numbers.Except(figures.Keys));
        Assert.All(figures.Keys, pointer => Find(results, pointer));
        Assert.Equal("not_offered", figures["/potentialReach"].GetProperty("status").GetString());
        Assert.Equal("zero", figures["/organisations"].GetProperty("status").GetString());
        Assert.Equal("mentions@1", figures["/mentions"].GetProperty("definition").GetString());
    }

    [Fact]
    public async Task Mentions_without_any_author_come_from_an_unknown_number_of_people_not_from_nobody()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1"), Line.Of("2")));

        Assert.Equal(2, Long(results, "mentions"));
        foreach (var pointer in new[] { "/contributors", "/potentialReach", "/potentialImpressions", "/byChannel/x/contributors", "/byHashtag/missingtype/potentialReach" })
        {
            Assert.Equal("not_offered", results.GetProperty("figures").GetProperty(pointer).GetProperty("status").GetString());
        }

        Assert.Equal(JsonValueKind.Null, results.GetProperty("contributors").ValueKind);
    }

    [Fact]
    public async Task A_hashtag_that_came_after_the_last_roll_up_is_not_counted_yet_rather_than_unused()
    {
        await using var engine = await StartAsync();
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", author: "a"));
        var campaigns = engine.Get<CampaignTable>();
        var campaign = (await campaigns.FindAsync("missing-type", default))!;
        await campaigns.UpdateAsync(
            campaign with { HashtagsEver = [.. campaign.HashtagsEver, Later], Hashtags = [.. campaign.Hashtags, Later] }, default);

        var results = await ListeningRun.ResultsAsync(engine);

        Assert.Equal(JsonValueKind.Null, results.GetProperty("uses").GetProperty("byHashtag").GetProperty("giveblood").ValueKind);
        Assert.Equal("not_yet", results.GetProperty("figures").GetProperty("/uses/byHashtag/giveblood").GetProperty("status").GetString());
        Assert.Equal("not_yet", results.GetProperty("figures").GetProperty("/byHashtag/giveblood/mentions").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Unknown_followers_are_no_zero()
    {
        await using var engine = await StartAsync();

        var none = await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1", author: "a"), Line.Of("2")));
        var some = await ListeningRun.ResultsAfterAsync(engine, Line.Of("3", author: "b", followers: 0));

        Assert.Equal(JsonValueKind.Null, none.GetProperty("potentialReach").ValueKind);
        Assert.Equal((1, 1), (Long(none, "potentialReachUnknown"), Long(none, "mentionsWithoutAuthor")));
        Assert.Equal((0, 1, 0), (Long(some, "potentialReach"), Long(some, "potentialReachUnknown"), Long(some, "potentialImpressions")));
    }

    [Fact]
    public async Task An_author_counts_once_with_the_largest_follower_count_and_per_channel()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", author: "a", followers: 9_000), Line.Of("2", createdAt: "2015-06-09T10:00:00Z", author: "a", followers: 10_000, authorKind: "organisation"),
            Line.Of("3", channel: "bluesky", author: "a", followers: 1)));

        Assert.Equal((2, 10_001), (Long(results, "contributors"), Long(results, "potentialReach")));
        Assert.Equal((1, 1), (Long(results, "influencers"), Long(results, "organisations")));
    }

    [Fact]
    public async Task The_campaigns_own_accounts_add_to_mentions_and_not_to_contributors_or_reach()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", channel: "bluesky", author: "NHSBT.example", followers: 100_000), Line.Of("2", channel: "x", author: "nhsbt.example", followers: 7),
            """{"channel":"bluesky","id":"3","createdAt":"2015-06-08T10:00:00Z","text":"#MissingType","author":{"id":"did:plc:1","handle":"@nhsbt.example"}}"""));

        Assert.Equal((3, 2, 1, 7), (Long(results, "mentions"), Long(results, "ownMentions"), Long(results, "contributors"), Long(results, "potentialReach")));
    }

    [Fact]
    public async Task What_was_handed_in_is_supplied_and_what_was_missed_is_unknown()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1"), Line.Of("2", createdAt: "2015-06-09T10:00:00Z")));

        Assert.Equal(
            """[{"channel":"x","hashtag":null,"from":"2015-06-08T11:00:00+01:00","to":"2015-06-09T11:00:01+01:00","state":"supplied","got":2,"missed":null}]""",
            results.GetProperty("coverage").GetRawText());
    }

    [Fact]
    public async Task A_campaign_that_does_not_exist_has_no_results()
    {
        await using var engine = await StartAsync();
        var request = Call.Request(engine, "GET", "/api/campaigns/none/results");

        Assert.Equal(404, (await Call.AnswerAsync(request, engine.Function<Campaigns.Results.GetResults>().Run(request, "none", default))).Status);
    }

    private async Task<TestEngine> StartAsync()
    {
        var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        return engine;
    }

    private static long Long(JsonElement results, string name) => results.GetProperty(name).GetInt64();

    private static IEnumerable<string> Numbers(JsonElement value, string pointer) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => Numbers(field.Value, $"{pointer}/{field.Name}")),
        JsonValueKind.Number => [pointer],
        _ => [],
    };

    private static JsonElement Find(JsonElement results, string pointer) =>
        pointer.Split('/')[1..].Aggregate(results, (value, name) => value.ValueKind == JsonValueKind.Array ? value[int.Parse(name, CultureInfo.InvariantCulture)] : value.GetProperty(name));
}
