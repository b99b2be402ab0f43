using System.Text.Json;
using Campaigns.Channels;
using Campaigns.Listening.Hashtags;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Campaigns.Tests.Listening.Hashtags;

public sealed class CheckHashtagTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_good_hashtag_is_valid_readable_and_free()
    {
        await using var engine = await StartAsync();

        var answer = await CheckAsync(engine, "%23GiveBlood");

        Assert.Equal(("#GiveBlood", "giveblood", true), (answer.GetProperty("hashtag").GetString(), answer.GetProperty("folded").GetString(), answer.GetProperty("valid").GetBoolean()));
        Assert.Equal("""{"characters":10,"onX":10}""", answer.GetProperty("length").GetRawText());
        Assert.Equal("""{"isReadable":true,"words":["Give","Blood"],"suggestion":null}""", answer.GetProperty("readable").GetRawText());
        Assert.Equal((0, 0, 0), (answer.GetProperty("clashes").GetArrayLength(), answer.GetProperty("warnings").GetArrayLength(), answer.GetProperty("recentUse").GetArrayLength()));
    }

    [Fact]
    public async Task What_is_no_hashtag_is_told_so_with_the_reason_and_nothing_is_looked_up()
    {
        await using var engine = await StartAsync(new Told("mastodon", _ => throw new InvalidOperationException("asked")));

        var answer = await CheckAsync(engine, "give%20blood");

        Assert.Equal((false, "It holds white space, which ends a hashtag."), (answer.GetProperty("valid").GetBoolean(), answer.GetProperty("reason").GetString()));
        Assert.Equal(0, answer.GetProperty("recentUse").GetArrayLength());
    }

    [Theory]
    [InlineData("?start=2015-06-21&end=2015-06-30", "missing-type same 2015-06-20 2015-06-21")]
    [InlineData("?start=2015-06-23&end=2015-06-30", "")]
    [InlineData("?campaignId=missing-type", "")]
    [InlineData("?campaignId=later", "")]
    [InlineData("", "")]
    [InlineData("?start=2015-01-01", "missing-type same 2015-06-04 2015-06-21")]
    public async Task A_hashtag_of_another_campaign_at_the_same_time_is_a_clash(string query, string expected)
    {
        await using var engine = await StartAsync();

        Assert.Equal(expected, Clashes(await CheckAsync(engine, "MISSINGTYPE", query)));
    }

    [Fact]
    public async Task A_hashtag_that_looks_like_another_campaigns_is_a_clash_of_its_own_kind()
    {
        await using var engine = await StartAsync();

        Assert.Equal("missing-type look_alike 2015-06-04 2015-06-21", Clashes(await CheckAsync(engine, Uri.EscapeDataString("MissingТype"), "?start=2015-01-01&end=2015-12-31")));
    }

    [Fact]
    public async Task Every_channel_says_what_it_knows_and_a_failing_one_never_says_zero()
    {
        var (from, to) = (DateTimeOffset.Parse("2015-06-23T00:00:00Z", null), DateTimeOffset.Parse("2015-06-30T00:00:00Z", null));
        await using var engine = await StartAsync(
            new Told("a", _ => Task.FromResult<RecentUse?>(new(41, 30, from, to))),
            new Told("b", _ => Task.FromResult<RecentUse?>(new(0, 0, from, to))),
            new Told("c", _ => throw new HttpRequestException("down")),
            new Told("d", _ => Task.FromResult<RecentUse?>(null)),
            new Told("e", null),
            new Told("f", _ => throw new InvalidOperationException("asked")) { IsConfigured = false });

        var answer = await CheckAsync(engine, "GiveBlood");

        Assert.Equal(
            ["a value 41 30", "b zero 0 0", "c failed  ", "d failed  ", "e not_offered  "],
            answer.GetProperty("recentUse").EnumerateArray().Select(use => $"{use.GetProperty("channel")} {use.GetProperty("status")} {use.GetProperty("uses")} {use.GetProperty("accounts")}"));
        Assert.Equal(["in_use"], answer.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_channel_that_does_not_answer_in_time_has_failed()
    {
        var uses = new RecentUses(
            [new Told("mastodon", async cancellation => { await Task.Delay(Timeout.Infinite, cancellation); return null; })],
            new Hurry(), Microsoft.Extensions.Logging.Abstractions.NullLogger<RecentUses>.Instance);

        Assert.Equal("failed", Assert.Single(await uses.AskAsync("giveblood", TestContext.Current.CancellationToken)).Status);
    }

    [Theory]
    [InlineData("?start=2015-06-31", "start: must be a date such as 2015-06-05")]
    [InlineData("?start=2015-06-30&end=2015-06-29", "end: must not be before start")]
    [InlineData("?campaignId=none", "campaignId: must be a campaign of this engine")]
    public async Task A_query_that_breaks_a_rule_is_422(string query, string fault)
    {
        await using var engine = await StartAsync();
        var request = Call.Request(engine, "GET", "/api/hashtags/a/check" + query);

        Assert.Equal([fault], (await Call.AnswerAsync(request, engine.Function<CheckHashtag>().Run(request, "a", default))).Faults);
    }

    private static string Clashes(JsonElement answer) => string.Join(", ", answer.GetProperty("clashes").EnumerateArray()
        .Select(clash => $"{clash.GetProperty("campaignId")} {clash.GetProperty("kind")} {clash.GetProperty("from").GetString()![..10]} {clash.GetProperty("to").GetString()![..10]}"));

    private static async Task<JsonElement> CheckAsync(TestEngine engine, string tag, string query = "")
    {
        var request = Call.Request(engine, "GET", $"/api/hashtags/{tag}/check{query}");
        var answer = await Call.AnswerAsync(request, engine.Function<CheckHashtag>().Run(request, Uri.UnescapeDataString(tag), default));
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json;
    }

    private async Task<TestEngine> StartAsync(params ISearch[] searches)
    {
        var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-30T12:00:00Z"), services =>
        {
            services.RemoveAll<ISearch>();
            foreach (var search in searches)
            {
                services.AddSingleton(search);
            }
        });
        await SampleCampaign.PutAsync(engine);
        await SampleCampaign.PutAsync(engine, "later", SampleCampaign.Json.Replace("2015-06-", "2016-06-", StringComparison.Ordinal).Replace("#MissingType", "#Other", StringComparison.Ordinal));
        return engine;
    }

    /// <summary>The far side of a network.</summary>
    private sealed class Told(string channel, Func<CancellationToken, Task<RecentUse?>>? answer) : ISearch
    {
        public string Channel => channel;

        public bool IsConfigured { get; init; } = true;

        public bool TellsRecentUse => answer is not null;

        public SearchTerms Terms => throw new NotSupportedException();

        public Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<RecentUse?> RecentUseAsync(string hashtag, CancellationToken cancellationToken) => answer!(cancellationToken);
    }

    /// <summary>A clock on which every wait is over at once.</summary>
    private sealed class Hurry : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(1), period);
    }
}
