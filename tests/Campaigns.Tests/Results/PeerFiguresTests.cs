using System.Text.Json;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results;

/// <summary>The worked examples that other tools publish.</summary>
public sealed class PeerFiguresTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task G1_TweetBinder_sums_impressions_over_mentions_and_reach_over_authors()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join([.. Many("a", 10, 35), .. Many("b", 25, 73)]));

        Assert.Equal((2175, 108, 2), (Long(results, "potentialImpressions"), Long(results, "potentialReach"), Long(results, "contributors")));
        Assert.Equal((17.5, 54.0), (results.GetProperty("mentionsPerContributor").GetDouble(), results.GetProperty("followersPerContributor").GetDouble()));
    }

    [Theory]
    [InlineData(500, 2, 500, 1000)]
    [InlineData(2000, 5, 2000, 10_000)]
    public async Task G2_Keyhole_one_author_reaches_his_followers_once(int followers, int posts, long reach, long impressions)
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(Many("a", posts, followers)));

        Assert.Equal((reach, impressions), (Long(results, "potentialReach"), Long(results, "potentialImpressions")));
    }

    [Fact]
    public async Task G3_a_reply_counts_its_authors_followers_like_any_mention_and_not_as_one()
    {
        // Socialert would say 2141 for the same mentions: another definition, not ours.
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Many("a", 9, 35), Line.Of("reply", author: "a", followers: 35, kind: "reply"), .. Many("b", 25, 73)]));

        Assert.Equal(2175, Long(results, "potentialImpressions"));
        Assert.Equal(1, results.GetProperty("byKind").GetProperty("reply").GetInt64());
    }

    [Fact]
    public async Task G5_a_mention_with_two_hashtags_is_one_mention_and_one_use_of_each()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", text: "#MissingType #NationalBloodWeek #missingtype"));

        Assert.Equal(1, Long(results, "mentions"));
        Assert.Equal("""{"total":2,"byHashtag":{"missingtype":1,"nationalbloodweek":1}}""", results.GetProperty("uses").GetRawText());
        Assert.Equal((1, 2), (Long(results.GetProperty("byChannel").GetProperty("x"), "mentions"), Long(results.GetProperty("byChannel").GetProperty("x"), "uses")));
        Assert.Equal("""{"nationalbloodweek":1}""", results.GetProperty("coUse").GetProperty("hashtags").GetProperty("missingtype").GetRawText());
    }

    private static IEnumerable<string> Many(string author, int mentions, int followers) =>
        Enumerable.Range(0, mentions).Select(number => Line.Of($"{author}{number}", createdAt: $"2015-06-{6 + (number % 9):00}T10:00:00Z", author: author, followers: followers));

    private async Task<TestEngine> StartAsync()
    {
        var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        return engine;
    }

    private static long Long(JsonElement results, string name) => results.GetProperty(name).GetInt64();
}
