using Campaigns.Channels;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Search;

/// <summary>What stops a search for a while, what is said of it meanwhile, and that nothing is lost by it.</summary>
public sealed class SearchStopsTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Item = SearchRig.Start.AddMinutes(50);

    [Fact]
    public async Task A_channel_that_asks_to_wait_is_not_asked_until_then()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        await rig.ChangeAsync(hashtags: "\"#MissingType\", \"#NationalBloodWeek\"");
        rig.Channel.Say("one", Item);
        rig.Channel.Answers(new SearchPage.RateLimited(SearchRig.Start.AddMinutes(80)));
        await rig.RunForAsync(TimeSpan.FromMinutes(15));
        Assert.Single(rig.Channel.Asked);
        Assert.All(await rig.CoverageAsync(), entry => Assert.Equal(("rate_limited", 0.0, 60.0), entry));
        Assert.Equal(SearchRig.Start.AddMinutes(80), (await rig.ListeningAsync()).GetProperty("searches")[0].GetProperty("nextAt").GetDateTimeOffset());

        rig.Channel.Answers(null);
        await rig.RunForAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await rig.MentionsAsync());
        Assert.All(await rig.CoverageAsync(), entry => Assert.Equal(("searched", 0.0), (entry.State, entry.From)));
    }

    [Fact]
    public async Task A_channel_that_does_not_answer_is_asked_again_less_and_less_often()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        rig.Channel.Say("one", Item);
        rig.Channel.Before = (_, _) => throw new InvalidOperationException("a bug");
        await rig.RunForAsync(TimeSpan.FromHours(1));
        // After 0, 1, 3, 7, 15, 30 and 45 minutes.
        Assert.Equal(7, rig.Channel.Asked.Count);
        var search = await rig.SearchAsync();
        Assert.Equal(("failed", "The channel's answer could not be read; the log says why."), (search.GetProperty("state").GetString(), search.GetProperty("reason").GetString()));
        Assert.Equal("failed", Assert.Single(await rig.CoverageAsync()).State);

        rig.Channel.Answers(null);
        rig.Clock.Advance(TimeSpan.FromMinutes(15));
        await rig.RunAsync();
        Assert.Equal(1, await rig.MentionsAsync());
        Assert.Equal("searched", Assert.Single(await rig.CoverageAsync()).State);
    }

    [Fact]
    public async Task A_cursor_that_went_stale_is_given_up_and_what_was_not_read_is_asked_for_anew()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        for (var item = 0; item < 30; item++)
        {
            rig.Channel.Say($"{item}", SearchRig.Start.AddMinutes(item));
        }

        rig.Channel.Before = (query, _) => Task.FromResult<SearchPage?>(query.Cursor is null ? null : new SearchPage.Failed("The cursor is unknown."));
        await rig.RunForAsync(TimeSpan.FromMinutes(40));
        Assert.Equal(30, await rig.MentionsAsync());
        Assert.Equal("searched", Assert.Single(await rig.CoverageAsync()).State);
    }

    [Fact]
    public async Task A_channel_that_refuses_is_asked_each_hour_and_at_once_when_the_plan_changes()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        rig.Channel.Answers(new SearchPage.Refused("The token has expired: put a new one."));
        await rig.RunForAsync(TimeSpan.FromMinutes(61));
        Assert.Equal(2, rig.Channel.Asked.Count);
        var search = await rig.SearchAsync();
        Assert.Equal(("refused", "The token has expired: put a new one."), (search.GetProperty("state").GetString(), search.GetProperty("reason").GetString()));
        rig.Channel.Answers(null);
        await rig.ChangeAsync();
        await rig.RunAsync();
        Assert.Equal(3, rig.Channel.Asked.Count);
        Assert.Equal("searched", Assert.Single(await rig.CoverageAsync()).State);
    }

    [Fact]
    public async Task What_a_server_says_of_an_error_rests_without_personal_data()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        rig.Channel.Answers(new SearchPage.Refused("No search is allowed, ask jo@example.org or ring 07700 900123."));
        await rig.RunForAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("No search is allowed, ask [email] or ring [telephone].", (await rig.SearchAsync()).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task At_its_budget_a_campaign_asks_nothing_more_and_says_so_and_a_larger_one_takes_up_what_was_left()
    {
        await using var rig = await SearchRig.StartAsync(azurite, """, "budget": { "calls": 3 }""");
        for (var item = 0; item < 57; item++)
        {
            rig.Channel.Say($"{item}", SearchRig.Start.AddMinutes(item));
        }

        await rig.RunForAsync(TimeSpan.FromMinutes(20));
        Assert.Equal(3, rig.Channel.Asked.Count);
        Assert.Equal(30, await rig.MentionsAsync());
        Assert.Equal(["out_of_budget", "searched", "out_of_budget"], (await rig.CoverageAsync()).Select(entry => entry.State));
        var listening = await rig.ListeningAsync();
        Assert.Equal("The campaign's budget of 3 requests is spent.", listening.GetProperty("searches")[0].GetProperty("reason").GetString());
        Assert.Equal("""{"limit":3,"spent":3,"left":0}""", listening.GetProperty("budget").GetProperty("calls").GetRawText());
        Assert.False(listening.GetProperty("forecast").GetProperty("lasts").GetBoolean());

        await rig.ChangeAsync(""", "budget": { "calls": 300 }""");
        await rig.RunAsync();
        Assert.Equal(57, await rig.MentionsAsync());
        Assert.Equal(("searched", 0.0), Assert.Single((await rig.CoverageAsync()).Select(entry => (entry.State, entry.From))));
    }

    [Fact]
    public async Task Money_is_spent_by_call_and_by_item_at_prices_that_settings_change_and_never_past_the_budget()
    {
        // A page may cost 0.01 + 10 × 0.005: three pages fit.
        await using var rig = await SearchRig.StartAsync(
            azurite,
            """, "budget": { "money": { "amount": 0.21, "currency": "GBP" } }""",
            settings: new Dictionary<string, string?> { ["Listening:Prices:bluesky:PerCall"] = "0.01", ["Listening:Prices:bluesky:PerItem"] = "0.005", ["Listening:Prices:bluesky:Currency"] = "GBP" });
        for (var item = 0; item < 57; item++)
        {
            rig.Channel.Say($"{item}", SearchRig.Start.AddMinutes(item));
        }

        await rig.RunForAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(3, rig.Channel.Asked.Count);
        Assert.Equal("""{"limit":0.21,"spent":0.180,"left":0.030,"currency":"GBP"}""", (await rig.ListeningAsync()).GetProperty("budget").GetProperty("money").GetRawText());
        Assert.Contains("out_of_budget", (await rig.CoverageAsync()).Select(entry => entry.State));
    }

    [Fact]
    public async Task Prices_in_another_currency_than_the_budgets_are_refused_and_never_converted()
    {
        await using var rig = await SearchRig.StartAsync(
            azurite, """, "budget": { "money": { "amount": 50, "currency": "GBP" } }""", terms: channel => channel.Terms = channel.Terms with { PricePerItem = 0.005m });
        await rig.RunAsync();
        Assert.Empty(rig.Channel.Asked);
        var search = await rig.SearchAsync();
        Assert.Equal("refused", search.GetProperty("state").GetString());
        Assert.Equal("The channel's prices are in USD and the campaign's budget is in GBP: put a budget in USD.", search.GetProperty("reason").GetString());
        await rig.ChangeAsync(""", "budget": { "money": { "amount": 50, "currency": "USD" } }""");
        await rig.RunAsync();
        Assert.Single(rig.Channel.Asked);
    }

    [Fact]
    public async Task A_budget_is_made_to_last_until_the_end()
    {
        await using var rig = await SearchRig.StartAsync(azurite, """, "budget": { "calls": 100 }""");
        await rig.RunForAsync(TimeSpan.FromHours(8));
        // Of 17 days that is less than a fiftieth: about two of a hundred.
        Assert.InRange(rig.Channel.Asked.Count, 1, 4);
        var listening = await rig.ListeningAsync();
        Assert.True(listening.GetProperty("forecast").GetProperty("lasts").GetBoolean());
        Assert.InRange(listening.GetProperty("forecast").GetProperty("calls").GetInt64(), 80, 100);
    }

    [Fact]
    public async Task Hours_without_a_tick_are_not_asked_until_the_search_catches_up_and_then_the_figures_are_those_without_an_outage()
    {
        await using var steady = await SearchRig.StartAsync(azurite);
        await using var broken = await SearchRig.StartAsync(azurite);
        foreach (var rig in new[] { steady, broken })
        {
            for (var item = 0; item < 200; item++)
            {
                rig.Channel.Say($"{item}", SearchRig.Start.AddMinutes(item * 3), author: $"{item % 17}", late: TimeSpan.FromMinutes(item % 20));
            }
        }

        await steady.RunForAsync(TimeSpan.FromHours(11));
        await broken.RunForAsync(TimeSpan.FromHours(2));
        broken.Clock.Advance(TimeSpan.FromHours(5));
        var gap = Campaigns.Listening.Coverage.CoverageGaps.Of(
            await broken.Engine.Get<Campaigns.Listening.Coverage.CoverageTable>().ReadAsync("missing-type", broken.Campaign.Generation, default), broken.Campaign,
            broken.Engine.Get<Campaigns.Listening.Search.SearchDirectory>().CoverageOf(broken.Campaign), broken.Clock.GetUtcNow());
        Assert.InRange((Assert.Single(gap).To - Assert.Single(gap).From).TotalHours, 5, 5.2);
        broken.Channel.Answers(new SearchPage.Failed("It is down."));
        await broken.RunForAsync(TimeSpan.FromHours(1));
        Assert.Equal(["searched", "failed"], (await broken.CoverageAsync()).Select(entry => entry.State));
        broken.Channel.Answers(null);
        await broken.RunForAsync(TimeSpan.FromHours(3));

        Assert.Equal("searched", Assert.Single(await broken.CoverageAsync()).State);
        var (expected, actual) = (await steady.ResultsAsync(), await broken.ResultsAsync());
        foreach (var figure in new[] { "mentions", "uses", "contributors", "potentialReach", "potentialImpressions", "byChannel" })
        {
            Assert.Equal(expected.GetProperty(figure).GetRawText(), actual.GetProperty(figure).GetRawText());
        }

        Assert.Equal(200, actual.GetProperty("mentions").GetInt32());
    }
}
