using System.Text.Json;
using Campaigns.Channels;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Search;

public sealed class SearchingTests(AzuriteFixture azurite)
{
    /// <summary>Whoever has a key for one campaign names its feeds, and may write what they like in one.</summary>
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task What_a_campaigns_own_feed_says_counts_for_no_other_and_what_a_channel_shows_for_all(bool isPerFeed, int elsewhere)
    {
        await using var rig = await SearchRig.StartAsync(
            azurite, """, "listening": { "channels": ["bluesky"], "feeds": ["https://blog.example/feed"] }""", terms: channel => channel.Terms = channel.Terms with { IsPerFeed = isPerFeed });
        await SampleCampaign.PutAsync(rig.Engine, "neighbour", SearchRig.Json(""", "listening": { "channels": [] }"""));
        rig.Channel.Say("one", SearchRig.Start.AddMinutes(50));

        await rig.RunAsync();

        Assert.Equal(1, await rig.MentionsAsync());
        Assert.Equal(elsewhere, (await ListeningRun.ResultsAsync(rig.Engine, "neighbour")).GetProperty("mentions") is { ValueKind: JsonValueKind.Number } mentions ? mentions.GetInt32() : 0);
    }

    [Fact]
    public async Task What_people_say_is_found_page_by_page_and_counted_once()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        for (var item = 0; item < 57; item++)
        {
            rig.Channel.Say($"{item}", SearchRig.Start.AddMinutes(item));
        }

        await rig.RunAsync();
        Assert.Equal(6, rig.Channel.Asked.Count);
        Assert.Equal([("searched", 0.0, 60.0)], await rig.CoverageAsync());
        Assert.Equal(57, await rig.MentionsAsync());

        rig.Clock.Advance(TimeSpan.FromMinutes(5));
        await rig.RunAsync();
        Assert.Equal(57, await rig.MentionsAsync());
        Assert.Equal([("searched", 0.0, 65.0)], await rig.CoverageAsync());
        var search = await rig.SearchAsync();
        Assert.Equal(("searched", 57, 1.0), (search.GetProperty("state").GetString(), search.GetProperty("found").GetInt32(), search.GetProperty("coverage").GetDouble()));
    }

    [Fact]
    public async Task What_the_channel_shows_late_is_found_by_looking_back()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        rig.Channel.Say("late", SearchRig.Start.AddMinutes(55), late: TimeSpan.FromMinutes(25));
        await rig.RunForAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(0, await rig.MentionsAsync());
        await rig.RunForAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(1, await rig.MentionsAsync());
    }

    [Fact]
    public async Task What_is_found_for_one_campaign_counts_for_another_whose_hashtag_it_uses()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        await Support.SampleCampaign.PutAsync(rig.Engine, "other", SearchRig.Json(""", "listening": { "channels": [] }""", "\"#NationalBloodWeek\""));
        rig.Channel.Say("both", SearchRig.Start.AddMinutes(5), "#MissingType and #NationalBloodWeek");
        await rig.RunAsync();
        Assert.Equal(1, await rig.MentionsAsync());
        Assert.Equal(1, (await ListeningRun.ResultsAsync(rig.Engine, "other")).GetProperty("mentions").GetInt64());
        Assert.All(rig.Channel.Asked, query => Assert.Equal("missingtype", query.Hashtag));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hot_hour_that_the_channel_cuts_short_is_dug_out(bool tellsReadBack)
    {
        await using var rig = await SearchRig.StartAsync(azurite, terms: channel => (channel.ShowsAtMost, channel.TellsReadBack) = (20, tellsReadBack));
        for (var item = 0; item < 300; item++)
        {
            rig.Channel.Say($"{item}", SearchRig.Start.AddSeconds(1200 + (item * 3)));
        }

        await rig.RunAsync();
        Assert.Equal(300, await rig.MentionsAsync());
        Assert.Equal([("searched", 0.0, 60.0)], await rig.CoverageAsync());
    }

    [Fact]
    public async Task Where_the_channel_takes_no_time_window_what_it_cuts_off_is_said_to_be_truncated()
    {
        await using var rig = await SearchRig.StartAsync(
            azurite,
            """, "listening": { "channels": ["bluesky"], "feeds": ["https://blog.example/feed"] }""",
            terms: channel => (channel.ShowsAtMost, channel.Terms) = (5, channel.Terms with { IsPerFeed = true }));
        for (var item = 0; item < 12; item++)
        {
            rig.Channel.Say($"{item}", SearchRig.Start.AddMinutes(item * 5));
        }

        await rig.RunAsync();
        Assert.Single(rig.Channel.Asked);
        Assert.Equal([("truncated", 0, 35 + (1 / 60.0)), ("searched", 35 + (1 / 60.0), 60)], await rig.CoverageAsync());
        Assert.Equal("truncated", (await rig.SearchAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_lies_further_back_than_the_channel_shows_is_not_asked_for_and_said_so()
    {
        await using var rig = await SearchRig.StartAsync(
            azurite, at: SearchRig.Start.AddDays(9), terms: channel => channel.Terms = channel.Terms with { LooksBack = TimeSpan.FromDays(7) });
        await rig.RunAsync();
        Assert.Equal(SearchRig.Start.AddDays(2), Assert.Single(rig.Channel.Asked).From);
        Assert.Equal([("truncated", 0, 2 * 1440), ("searched", 2 * 1440, 9 * 1440)], await rig.CoverageAsync());
    }

    [Fact]
    public async Task A_search_that_finds_something_comes_back_soon_and_one_that_does_not_takes_longer()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        await rig.RunForAsync(TimeSpan.FromMinutes(30));
        // At once, then after 1, 2, 4 and from then on each 5 minutes.
        Assert.InRange(rig.Channel.Asked.Count, 7, 9);
        rig.Channel.Say("one", rig.Clock.GetUtcNow());
        rig.Clock.Advance(TimeSpan.FromMinutes(5));
        await rig.RunAsync();
        Assert.Equal(60, (await rig.SearchAsync()).GetProperty("everySeconds").GetInt32());
    }

    [Fact]
    public async Task The_last_search_looks_for_what_comes_late_and_then_it_ends()
    {
        await using var rig = await SearchRig.StartAsync(azurite, at: SearchRig.End.AddMinutes(-10));
        rig.Channel.Say("late", SearchRig.End.AddMinutes(-1), late: TimeSpan.FromMinutes(29));
        rig.Channel.Say("after", SearchRig.End.AddMinutes(1));
        await rig.RunForAsync(TimeSpan.FromMinutes(45));
        Assert.Equal(1, await rig.MentionsAsync());
        Assert.Equal([("searched", 0, 17 * 1440)], await rig.CoverageAsync());
        var asked = rig.Channel.Asked.Count;
        await rig.RunForAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(asked, rig.Channel.Asked.Count);
        Assert.All(rig.Channel.Asked, query => Assert.True(query.To <= SearchRig.End));
    }

    [Fact]
    public async Task A_clock_that_was_ahead_and_is_set_back_leaves_no_gap()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        rig.Clock.Advance(TimeSpan.FromHours(6));
        await rig.RunAsync();
        rig.Clock.Advance(TimeSpan.FromHours(-6));
        rig.Channel.Say("one", SearchRig.Start.AddHours(2));
        await rig.RunAsync();
        Assert.Equal([("searched", 0, 60)], await rig.CoverageAsync());
        rig.Clock.Advance(TimeSpan.FromHours(2));
        await rig.RunAsync();
        Assert.Equal(1, await rig.MentionsAsync());
        Assert.Equal([("searched", 0, 180)], await rig.CoverageAsync());
    }

    [Fact]
    public async Task An_item_that_breaks_a_rule_is_left_out_and_the_others_count()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        var at = SearchRig.Start.AddMinutes(5);
        rig.Channel.Answers(new SearchPage.Found(
            [
                new FoundItem { Id = "", CreatedAt = at, Text = "#MissingType" },
                new FoundItem { Id = new string('1', 300), CreatedAt = at, Text = "#MissingType" },
                new FoundItem { Id = "long", CreatedAt = at, Text = "#MissingType " + new string('x', 70_000) },
                new FoundItem { Id = "future", CreatedAt = at.AddDays(3), Text = "#MissingType" },
                new FoundItem { Id = "odd", CreatedAt = at, Text = "#MissingType", Followers = -5, Likes = long.MaxValue, AuthorId = new string('a', 900) },
            ],
            null,
            false));
        await rig.RunAsync();
        var results = await rig.ResultsAsync();
        Assert.Equal((1, 1), (results.GetProperty("mentions").GetInt32(), results.GetProperty("mentionsWithoutAuthor").GetInt32()));
    }
}
