using System.Net;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

[Collection(EngineTests.Name)]
public sealed class VaccinationTweetsTests
{
    private const string Results = "api/campaigns/vaccination/results";

    [Fact]
    public async Task Real_tweets_handed_in_as_they_are_give_the_figures_of_an_independent_count_also_when_handed_in_twice()
    {
        var counted = await Tweets.CountAsync();
        await using var azurite = await Azurite.StartAsync();
        var storage = new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix());
        await using var engine = await EngineProcess.StartAsync(storage);
        await engine.CreateAsync("api/campaigns/vaccination", Tweets.Campaign);

        await HandInAsync(engine, counted);
        await BecomesAsync(engine, counted);

        await HandInAsync(engine, counted);
        await new StorageQueues(storage).DrainedAsync();
        await StaysAsync(engine, counted);
    }

    [Fact]
    public async Task Figures_stay_exact_when_the_host_is_killed_while_it_counts_and_started_again()
    {
        var counted = await Tweets.CountAsync();
        await using var azurite = await Azurite.StartAsync();
        var slow = false;
        await using var tables = await PassingProxy.StartAsync(azurite.TablePort, onWayBack: async passing =>
        {
            await Task.Delay(slow && passing.Path.EndsWith("$batch", StringComparison.Ordinal) ? 300 : 0);
            return true;
        });
        var storage = new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix()).Through(azurite.TablePort, tables.Address.Port);
        var queues = new StorageQueues(storage);
        await using var engine = await EngineProcess.StartAsync(storage, new Dictionary<string, string> { ["LocalHost__LeaseSeconds"] = "3" });
        await engine.CreateAsync("api/campaigns/vaccination", Tweets.Campaign);

        // Killed while it takes in and counts at the same time: what was queued stays.
        var broken = HandInAsync(engine, counted);
        await Eventually.ComesAsync(queues.MentionMessagesAsync, static waiting => waiting > 20, static waiting => $"Only {waiting} messages came into the queue.");
        await engine.KillAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => broken);
        await engine.StartAgainAsync();

        // Killed in the midst of counting, with cells that are written and not yet known to be.
        slow = true;
        await HandInAsync(engine, counted);
        var most = await queues.MentionMessagesAsync();
        Assert.True(most > 200, $"Only {most} messages are left to count: the kill would come too late.");
        await Eventually.ComesAsync(queues.MentionMessagesAsync, waiting => waiting < most * 3 / 4, static waiting => $"{waiting} messages wait and none is counted.");
        await engine.KillAsync();
        Assert.InRange(await queues.MentionMessagesAsync(), 1, most);
        slow = false;
        await engine.StartAgainAsync();

        await BecomesAsync(engine, counted);
        await queues.DrainedAsync();
        await StaysAsync(engine, counted);
    }

    private static async Task HandInAsync(EngineProcess engine, TweetFigures counted)
    {
        var answer = await engine.PostFileAsync("api/mentions?channel=x", Tweets.File(), "text/csv");
        Assert.True(answer.Status == HttpStatusCode.Accepted, answer.Text);
        Assert.Equal(8_082, answer.Json.GetProperty("accepted").GetInt32());
        Assert.Equal(0, answer.Json.GetProperty("refused").GetInt32());
        Assert.Equal(counted.Mentions, answer.Json.GetProperty("matched").GetInt32());
    }

    private static async Task BecomesAsync(EngineProcess engine, TweetFigures counted) =>
        await Eventually.ComesAsync(
            async () => TweetFigures.Of((await engine.GetAsync(Results)).Json),
            figures => figures == counted,
            figures => $"Expected {counted}\nbut it is {figures}");

    /// <summary>Nothing is left to count: whatever a late roll-up changed would be wrong.</summary>
    private static async Task StaysAsync(EngineProcess engine, TweetFigures counted)
    {
        for (var looks = 0; looks < 5; looks++, await Task.Delay(TimeSpan.FromSeconds(2)))
        {
            Assert.Equal(counted, TweetFigures.Of((await engine.GetAsync(Results)).Json));
        }
    }
}
