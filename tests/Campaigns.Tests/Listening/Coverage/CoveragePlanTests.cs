using Campaigns.Listening.Coverage;
using Campaigns.Listening.Search;
using Campaigns.Planning;
using Campaigns.Tests.Listening.Search;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Coverage;

/// <summary>Coverage is measured against what the plan says should be searched, not against what was.</summary>
public sealed class CoveragePlanTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = SearchRig.Start;

    private readonly List<TestEngine> engines = [];

    [Fact]
    public async Task A_channel_that_was_never_asked_or_that_nobody_can_search_is_not_looked_at()
    {
        var (campaign, plan) = await PlanAsync("""{ "channels": ["bluesky", "x", "blog"], "feeds": ["https://blog.example/a"] }""", "bluesky", "blog", "mastodon");

        var hours = CoverageHours.Of([Entry("bluesky", null)], campaign, plan, Start.AddHours(1));

        Assert.Equal(["blog", "bluesky", "x"], hours.Channels);
        Assert.Equal([0.0, 1, 0], hours.Channels.Select(hours.Whole));
        Assert.Equal(0.333333, hours.Whole());
        Assert.Equal(
            [("blog", "https://blog.example/a"), ("x", null)],
            CoverageGaps.Of([Entry("bluesky", null)], campaign, plan, Start.AddHours(1)).Select(Whole));
    }

    [Fact]
    public async Task A_channel_that_is_named_without_any_place_to_search_is_not_looked_at()
    {
        var (campaign, plan) = await PlanAsync("""{ "channels": ["bluesky", "blog"] }""", "bluesky", "blog");
        Assert.Equal(("blog", null), Whole(Assert.Single(CoverageGaps.Of([Entry("bluesky", null)], campaign, plan, Start.AddHours(1)))));
        Assert.Equal(0.5, CoverageHours.Of([Entry("bluesky", null)], campaign, plan, Start.AddHours(1)).Whole());
    }

    [Fact]
    public async Task Feeds_that_were_all_replaced_count_no_more()
    {
        var (campaign, plan) = await PlanAsync("""{ "feeds": ["https://blog.example/new"] }""", "blog");
        CoverageEntry[] old = [Entry("blog", "https://blog.example/old")];
        Assert.Equal(0, CoverageHours.Of(old, campaign, plan, Start.AddHours(1)).Whole());
        Assert.Equal(("blog", "https://blog.example/new"), Whole(Assert.Single(CoverageGaps.Of(old, campaign, plan, Start.AddHours(1)))));
    }

    [Fact]
    public async Task Feeds_that_were_all_removed_leave_nothing_to_search()
    {
        var (campaign, plan) = await PlanAsync("{}", "blog");
        CoverageEntry[] old = [Entry("blog", "https://blog.example/old")];
        Assert.Null(CoverageHours.Of(old, campaign, plan, Start.AddHours(1)).Whole());
        Assert.Empty(CoverageGaps.Of(old, campaign, plan, Start.AddHours(1)));
    }

    [Fact]
    public async Task What_was_searched_on_a_channel_stays_searched_when_the_engine_loses_it()
    {
        var (campaign, plan) = await PlanAsync("""{ "channels": ["mastodon"] }""", "blog");
        var hours = CoverageHours.Of([Entry("mastodon", "https://one.example/")], campaign, plan, Start.AddHours(2));
        Assert.Equal(0.5, hours.Whole("mastodon"));
    }

    [Fact]
    public async Task An_engine_that_is_set_up_for_no_search_says_nothing_of_coverage()
    {
        var (campaign, plan) = await PlanAsync("""{ "channels": ["x"] }""");
        Assert.Null(CoverageHours.Of([], campaign, plan, Start.AddHours(1)).Whole());
        Assert.Empty(CoverageGaps.Of([], campaign, plan, Start.AddHours(1)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in engines)
        {
            await engine.DisposeAsync();
        }
    }

    private static CoverageEntry Entry(string channel, string? place) =>
        new(channel, "missingtype", Start, Start.AddHours(1), CoverageState.Searched, 0, null) { Place = place, Asked = 1 };

    /// <summary>Where a gap is, which goes on from the start for an hour.</summary>
    private static (string? Channel, string? Place) Whole(CoverageEntry gap)
    {
        Assert.Equal((Start, Start.AddHours(1), CoverageState.NotAsked), (gap.From, gap.To, gap.State));
        return (gap.Channel, gap.Place);
    }

    /// <summary>A campaign with one hashtag, in an engine that is set up to search these channels.</summary>
    private async Task<(Campaign Campaign, CoveragePlan Plan)> PlanAsync(string listening, params string[] channels)
    {
        var clock = new TestClock(Start);
        var engine = await TestEngine.StartAsync(azurite, clock, services => SearchRig.Only(services, [.. channels.Select(channel =>
        {
            var search = new ScriptedSearch(clock, channel);
            search.Terms = search.Terms with { IsPerFeed = channel != "bluesky" };
            search.Places = channel == "mastodon" ? [new Uri("https://one.example")] : null;
            return search;
        })]));
        engines.Add(engine);
        var campaign = await SampleCampaign.PutAsync(engine, json: SearchRig.Json($", \"listening\": {listening}"));
        return (campaign, engine.Get<SearchDirectory>().CoverageOf(campaign));
    }
}
