using System.Text.Json;
using Campaigns.Channels;
using Campaigns.Planning;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Search;

public sealed class SearchTickTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_change_of_the_plan_takes_effect_at_the_next_tick()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        await rig.RunAsync();
        await rig.ChangeAsync(hashtags: "\"#MissingType\", \"#GiveBlood\"");
        await rig.RunAsync();
        Assert.Equal(["missingtype", "giveblood"], rig.Channel.Asked.Select(query => query.Hashtag));
        // A hashtag that came later is searched from the campaign's start on.
        Assert.Equal(SearchRig.Start, rig.Channel.Asked.Last().From);

        await rig.ChangeAsync(""", "listening": { "channels": [] }""");
        await rig.RunForAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(2, rig.Channel.Asked.Count);
        await rig.ChangeAsync(hashtags: "\"#GiveBlood\"");
        await rig.RunAsync();
        Assert.Equal("giveblood", rig.Channel.Asked.Last().Hashtag);
    }

    [Fact]
    public async Task An_archived_campaign_is_searched_for_no_more_and_one_to_come_not_yet()
    {
        await using var rig = await SearchRig.StartAsync(azurite, at: SearchRig.Start.AddMinutes(-2));
        await rig.RunAsync();
        Assert.Empty(rig.Channel.Asked);
        rig.Clock.Advance(TimeSpan.FromMinutes(5));
        await rig.TickAsync();
        var message = Assert.Single(await rig.TakeAsync());
        var request = Call.Request(rig.Engine, "DELETE", "/api/campaigns/missing-type");
        Assert.Equal(204, (await Call.AnswerAsync(request, rig.Engine.Function<DeleteCampaign>().Run(request, "missing-type", default))).Status);
        await rig.WorkAsync(message);
        rig.Clock.Advance(TimeSpan.FromHours(1));
        await rig.RunAsync();
        Assert.Empty(rig.Channel.Asked);
        Assert.False((await rig.ListeningAsync()).GetProperty("isListening").GetBoolean());
    }

    [Fact]
    public async Task A_campaign_that_begins_earlier_after_all_is_searched_from_there()
    {
        await using var rig = await SearchRig.StartAsync(azurite, at: SearchRig.Start.AddHours(2));
        await rig.RunAsync();
        await SampleCampaign.ChangeAsync(rig.Engine, SearchRig.Json().Replace("2015-06-05", "2015-06-04", StringComparison.Ordinal));
        await rig.RunAsync();
        Assert.Equal([("searched", -1440, 120)], await rig.CoverageAsync());
    }

    [Fact]
    public async Task Each_place_of_a_channel_is_a_search_of_its_own()
    {
        await using var rig = await SearchRig.StartAsync(
            azurite,
            """, "listening": { "channels": ["bluesky", "x"], "feeds": ["https://one.example/feed", "https://two.example/feed", "https://one.example/feed"] }""",
            terms: channel => channel.Terms = channel.Terms with { IsPerFeed = true });
        await rig.RunAsync();
        Assert.Equal(["https://one.example/feed", "https://two.example/feed"], rig.Channel.Asked.Select(query => query.Feed!.AbsoluteUri).Order(StringComparer.Ordinal));
        var listening = await rig.ListeningAsync();
        Assert.Equal(2, listening.GetProperty("searches").GetArrayLength());
        Assert.Equal("x", Assert.Single(listening.GetProperty("notSearched").EnumerateArray()).GetProperty("channel").GetString());
    }

    [Fact]
    public async Task What_is_unknown_is_null()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        var listening = await rig.ListeningAsync();
        var search = Assert.Single(listening.GetProperty("searches").EnumerateArray());
        Assert.Equal("not_asked", search.GetProperty("state").GetString());
        foreach (var unknown in new[] { "place", "reason", "askedAt", "lookedTo", "nextAt", "everySeconds", "asked", "found", "coverage" })
        {
            Assert.Equal(JsonValueKind.Null, search.GetProperty(unknown).ValueKind);
        }

        Assert.Equal("""{"calls":null,"money":null,"lasts":null,"lastsUntil":null}""", listening.GetProperty("forecast").GetRawText());
        Assert.Equal("""{"limit":null,"spent":0,"left":null}""", listening.GetProperty("budget").GetProperty("calls").GetRawText());
        var request = Call.Request(rig.Engine, "GET", "/api/campaigns/nowhere/listening");
        Assert.Equal(404, (await Call.AnswerAsync(request, rig.Engine.Function<Campaigns.Listening.Search.GetListening>().Run(request, "nowhere", default))).Status);
    }

    [Fact]
    public async Task Without_a_channel_a_tick_asks_nothing_of_storage()
    {
        await using var rig = await SearchRig.StartAsync(azurite, terms: channel => channel.IsConfigured = false);
        Assert.Equal(0, await WatchedStorage.CountAsync(() => rig.TickAsync()));
    }

    [Fact]
    public async Task A_tick_over_200_campaigns_with_3000_searches_makes_two_requests_for_each_campaign_and_one_for_each_search_that_is_due()
    {
        const int Campaigns = 200;
        var clock = new TestClock(SearchRig.Start.AddHours(1));
        ISearch[] channels = [new ScriptedSearch(clock), new ScriptedSearch(clock, "mastodon"), new ScriptedSearch(clock, "x")];
        await using var engine = await TestEngine.StartAsync(azurite, clock, services => SearchRig.Only(services, channels));
        for (var campaign = 0; campaign < Campaigns; campaign++)
        {
            await SampleCampaign.PutAsync(engine, $"campaign-{campaign}", SearchRig.Json(hashtags: "\"#One\", \"#Two\", \"#Three\", \"#Four\", \"#Five\""));
        }

        var tick = engine.Get<global::Campaigns.Listening.Search.SearchTick>();
        var first = await WatchedStorage.CountAsync(() => tick.RunAsync(default));
        // The list of campaigns, perhaps a page or two, and the keys that are opened once.
        Assert.InRange(first, 3000 + (2 * Campaigns), 3000 + (3 * Campaigns) + 10);
        // Nothing is due while all of it is under way.
        var second = await WatchedStorage.CountAsync(() => tick.RunAsync(default));
        Assert.InRange(second, Campaigns, Campaigns + 10);
    }
}
