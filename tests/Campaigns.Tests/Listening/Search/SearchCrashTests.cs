using Campaigns.Listening.Search;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Search;

/// <summary>Workers die at any request, messages come twice, two workers meet: nothing is lost, nothing counts twice, and the budget is never passed.</summary>
public sealed class SearchCrashTests(AzuriteFixture azurite)
{
    private const int Budget = 100_000;
    private static readonly TimeSpan PastTheLease = TimeSpan.FromMinutes(6);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_worker_that_dies_at_any_request_to_storage_is_followed_by_one_that_finds_everything(bool afterIt)
    {
        await using var rig = await SearchRig.StartAsync(azurite, $$""", "budget": { "calls": {{Budget}} }""");
        var deaths = 0;
        for (var request = 1; ; request++)
        {
            for (var item = 0; item < 25; item++)
            {
                rig.Channel.Say($"{request}.{item}", rig.Clock.GetUtcNow().AddSeconds(-100 + item));
            }

            await rig.TickAsync();
            var message = Assert.Single(await rig.TakeAsync());
            var died = await WatchedStorage.KillAsync(request, afterIt, death => rig.WorkAsync(message, cancellationToken: death));
            deaths += died ? 1 : 0;
            // The message comes again, as the host sees to it, and may find the lease of the dead worker.
            await rig.WorkAsync(message);
            rig.Clock.Advance(PastTheLease);
            await rig.RunAsync();
            rig.Clock.Advance(PastTheLease);
            Assert.Equal(25 * request, await rig.MentionsAsync());
            Assert.Equal("searched", Assert.Single(await rig.CoverageAsync()).State);
            if (!died)
            {
                break;
            }
        }

        Assert.InRange(deaths, 8, 60);
        var spent = (await rig.ListeningAsync()).GetProperty("budget").GetProperty("calls").GetProperty("spent").GetInt64();
        Assert.InRange(rig.Channel.Asked.Count, 3, spent);
        Assert.InRange(spent, 3, Budget);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tick_that_dies_at_any_request_to_storage_is_made_up_for(bool afterIt)
    {
        var died = true;
        for (var request = 1; died; request++)
        {
            await using var rig = await SearchRig.StartAsync(azurite);
            rig.Channel.Say("one", SearchRig.Start.AddMinutes(5));
            var tick = rig.Engine.Get<SearchTick>();
            died = await WatchedStorage.KillAsync(request, afterIt, tick.RunAsync);
            await rig.RunAsync();
            rig.Clock.Advance(PastTheLease);
            await rig.RunAsync();
            Assert.Equal(1, await rig.MentionsAsync());
            Assert.Equal(("searched", 0.0, 66.0), Assert.Single(await rig.CoverageAsync()));
            Assert.True(request < 20);
        }
    }

    [Fact]
    public async Task Two_workers_with_one_message_ask_once()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        await using var other = await rig.AnotherAsync(azurite);
        await rig.TickAsync();
        var message = Assert.Single(await rig.TakeAsync());
        await Task.WhenAll(rig.WorkAsync(message), rig.WorkAsync(message, other), rig.WorkAsync(message), rig.WorkAsync(message, other));
        Assert.Single(rig.Channel.Asked);
        await rig.WorkAsync(message, other);
        Assert.Single(rig.Channel.Asked);
    }

    [Fact]
    public async Task Two_ticks_at_once_send_each_search_once()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        await rig.ChangeAsync(hashtags: "\"#MissingType\", \"#NationalBloodWeek\", \"#GiveBlood\"");
        await using var other = await rig.AnotherAsync(azurite);
        await Task.WhenAll(rig.TickAsync(), rig.TickAsync(other), rig.TickAsync(), rig.TickAsync(other));
        Assert.Equal(3, (await rig.TakeAsync()).Length);
        await rig.TickAsync();
        Assert.Empty(await rig.TakeAsync());
    }

    [Fact]
    public async Task A_message_that_waits_for_a_worker_longer_than_its_lease_is_sent_again_and_the_first_one_counts()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        await rig.TickAsync();
        var first = Assert.Single(await rig.TakeAsync());
        rig.Clock.Advance(PastTheLease);
        await rig.TickAsync();
        var second = Assert.Single(await rig.TakeAsync());
        await rig.WorkAsync(first);
        await rig.WorkAsync(second);
        Assert.Single(rig.Channel.Asked);
    }

    [Fact]
    public async Task A_long_search_goes_on_in_further_messages_behind_what_waits()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        for (var item = 0; item < 120; item++)
        {
            rig.Channel.Say($"{item}", SearchRig.Start.AddSeconds(item));
        }

        await rig.TickAsync();
        var first = Assert.Single(await rig.TakeAsync());
        await rig.WorkAsync(first);
        Assert.Equal(5, rig.Channel.Asked.Count);
        // What was read is searched, what was not read is not said to be.
        Assert.Equal("searched", Assert.Single(await rig.CoverageAsync()).State);
        Assert.True(Assert.Single(await rig.CoverageAsync()).From > 1);
        var second = Assert.Single(await rig.TakeAsync());
        await rig.WorkAsync(first);
        Assert.Equal(5, rig.Channel.Asked.Count);
        await rig.WorkAsync(second);
        await rig.WorkAsync(Assert.Single(await rig.TakeAsync()));
        Assert.Equal(12, rig.Channel.Asked.Count);
        Assert.Equal(120, await rig.MentionsAsync());
        Assert.Equal([("searched", 0, 60)], await rig.CoverageAsync());
    }

    [Fact]
    public async Task Slow_feeds_of_one_campaign_on_ever_so_many_servers_delay_no_other()
    {
        var feeds = string.Join(", ", Enumerable.Range(0, 6).Select(static number => $"\"https://{number}.slow.example/feed\""));
        await using var rig = await SearchRig.StartAsync(
            azurite, $$""", "listening": { "channels": ["bluesky"], "feeds": [{{feeds}}] }""", terms: static channel => channel.Terms = channel.Terms with { IsPerFeed = true });
        await Support.SampleCampaign.PutAsync(rig.Engine, "other", SearchRig.Json(""", "listening": { "channels": ["bluesky"], "feeds": ["https://other.example/feed"] }"""));
        var (hangs, full, taken) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        rig.Channel.Before = async (query, cancel) =>
        {
            if (query.Feed!.Host.EndsWith("slow.example", StringComparison.Ordinal))
            {
                if (Interlocked.Increment(ref taken) == SearchTurns.MostOfCampaign)
                {
                    full.SetResult();
                }

                await hangs.Task.WaitAsync(cancel);
            }

            return null;
        };
        await rig.TickAsync();
        var ofOther = (await rig.TakeAsync()).ToLookup(static message => message.MessageText.Contains("other", StringComparison.Ordinal));
        var working = ofOther[false].Select(message => rig.WorkAsync(message)).ToList();
        await full.Task.WaitAsync(TimeSpan.FromMinutes(2));
        while (working.Count > SearchTurns.MostOfCampaign)
        {
            working.Remove(await Task.WhenAny(working));
        }

        await rig.WorkAsync(Assert.Single(ofOther[true]));
        Assert.Equal(SearchTurns.MostOfCampaign, taken);
        Assert.Single(rig.Channel.Asked, static query => query.Feed!.Host == "other.example");
        Assert.Equal(6 - SearchTurns.MostOfCampaign, (await rig.Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        hangs.SetResult();
        await Task.WhenAll(working);
    }

    [Fact]
    public async Task A_slow_server_delays_no_other()
    {
        await using var rig = await SearchRig.StartAsync(azurite);
        await rig.ChangeAsync(hashtags: "\"#One\", \"#Two\", \"#Three\", \"#Four\", \"#Five\"");
        var (hangs, allTaken, taken) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        rig.Channel.Before = async (_, cancel) =>
        {
            if (Interlocked.Increment(ref taken) == SearchTurns.MostAtOnce)
            {
                allTaken.SetResult();
            }

            await hangs.Task.WaitAsync(cancel);
            return null;
        };
        var fast = new ScriptedSearch(rig.Clock, "x");
        await using var engine = await Support.TestEngine.StartAsync(azurite, rig.Clock, services => SearchRig.Only(services, rig.Channel, fast), prefix: rig.Engine.Prefix);
        await rig.TickAsync(engine);
        var messages = await rig.TakeAsync();
        Assert.Equal(10, messages.Length);
        var ofSlow = messages.ToLookup(message => message.MessageText.Contains("bluesky", StringComparison.Ordinal));
        var working = ofSlow[true].Select(message => rig.WorkAsync(message, engine)).ToList();
        while (working.Count > SearchTurns.MostAtOnce)
        {
            working.Remove(await Task.WhenAny(working));
        }

        await allTaken.Task.WaitAsync(TimeSpan.FromMinutes(2));
        foreach (var message in ofSlow[false])
        {
            await rig.WorkAsync(message, engine);
        }

        Assert.Equal(5, fast.Asked.Count);
        Assert.Equal(SearchTurns.MostAtOnce, rig.Channel.Asked.Count);
        // The others wait in the queue, not in a worker.
        Assert.Equal(2, (await rig.Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        hangs.SetResult();
        await Task.WhenAll(working);
    }
}
