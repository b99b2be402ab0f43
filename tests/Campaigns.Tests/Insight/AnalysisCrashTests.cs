using System.Globalization;
using Campaigns.Insight;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Listening.Search;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Tests.Insight;

/// <summary>The totals when workers are killed, messages come again and several workers have the same ones.</summary>
public sealed class AnalysisCrashTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_worker_killed_at_any_request_leaves_nothing_that_the_next_delivery_does_not_mend()
    {
        var kills = 0;
        foreach (var afterIt in new[] { false, true })
        {
            for (var request = 1; ; request++)
            {
                await using var first = await StartAsync();
                var campaign = await SampleCampaign.PutAsync(first);
                await ListeningRun.PostAsync(first, Line.Join(Line.Of("1", "I love \"it so\" #MissingType"), Line.Of("2", "I hate #MissingType")));
                var message = Assert.Single(await AnalysingRun.TakeAsync(first));
                var isKilled = await WatchedStorage.KillAsync(request, afterIt, death => AnalysingRun.DeliverAsync(first, message, death));

                await using var second = await StartAsync(first.Prefix);
                await AnalysingRun.DeliverAsync(second, message);
                await AnalysingRun.DeliverAsync(first, message);

                var totals = await AnalysingRun.TotalsAsync(second, campaign.Generation);
                Assert.True(totals is { Positive: 1, Negative: 1, LookedAt: 2 }, $"Killed {(afterIt ? "after" : "before")} request {request}: {totals}.");
                if (!isKilled)
                {
                    break;
                }

                kills++;
            }
        }

        // The campaign, the keys, the day, its phrases, and one transaction: each before and after.
        Assert.True(kills >= 8, $"{kills}");
    }

    [Fact]
    public async Task A_write_whose_answer_is_lost_counts_once()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var direct = await StartAsync();
        var campaign = await SampleCampaign.PutAsync(direct);
        await ListeningRun.PostAsync(direct, Line.Join(Enumerable.Range(0, 20).Select(number => Line.Of($"{number}", "I love #MissingType"))));
        var message = Assert.Single(await AnalysingRun.TakeAsync(direct));
        await using var engine = await TestEngine.StartAsync(
            azurite, change: Serve, settings: new Dictionary<string, string?> { ["AzureWebJobsStorage"] = wire.ConnectionString }, prefix: direct.Prefix);
        var lost = 0;
        wire.Lets = request => !request.Contains("$batch", StringComparison.Ordinal) || Interlocked.Increment(ref lost) > 2;

        await AnalysingRun.DeliverAsync(engine, message);

        Assert.Equal(20, (await AnalysingRun.TotalsAsync(direct, campaign.Generation)).Positive);
    }

    [Fact]
    public async Task Two_workers_that_have_every_message_at_the_same_time_count_each_mention_once()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync(one.Prefix);
        var campaign = await SampleCampaign.PutAsync(one);
        for (var round = 0; round < 6; round++)
        {
            // Every other round says again what the one before said, beside something new.
            await ListeningRun.PostAsync(one, Line.Join(Enumerable.Range(round / 2 * 300, 600).Select(number =>
                Line.Of($"{number}", number % 3 == 0 ? "I love #MissingType" : "I hate #MissingType", createdAt: string.Create(CultureInfo.InvariantCulture, $"2015-06-08T{8 + (number % 4):00}:00:00Z")))));
        }

        var messages = await AnalysingRun.TakeAsync(one);
        await Parallel.ForEachAsync(
            messages.Concat(messages).Concat(messages.Reverse()).Index(), new ParallelOptions { MaxDegreeOfParallelism = 12 },
            async (message, _) => await AnalysingRun.DeliverAsync(message.Index % 2 == 0 ? one : other, message.Item, default));
        foreach (var again in await AnalysingRun.TakeAsync(one))
        {
            await AnalysingRun.DeliverAsync(one, again);
        }

        var totals = await AnalysingRun.TotalsAsync(other, campaign.Generation);
        Assert.Equal((400, 800, 1200), (totals.Positive, totals.Negative, totals.LookedAt));
    }

    [Fact]
    public async Task What_comes_in_drops_is_added_together()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await TestEngine.StartAsync(azurite, change: Serve, settings: new Dictionary<string, string?> { ["AzureWebJobsStorage"] = wire.ConnectionString });
        var campaign = await SampleCampaign.PutAsync(engine);
        for (var number = 0; number < 24; number++)
        {
            await ListeningRun.PostAsync(engine, Line.Of($"{number}", "I love #MissingType"));
        }

        var messages = await AnalysingRun.TakeAsync(engine);
        wire.Forget();
        await Task.WhenAll(messages.Select(message => AnalysingRun.DeliverAsync(engine, message)));

        Assert.Equal(24, (await AnalysingRun.TotalsAsync(engine, campaign.Generation)).Positive);
        Assert.InRange(wire.Seen.Count(request => request.Contains("$batch", StringComparison.Ordinal)), 1, 12);
    }

    private static void Serve(IServiceCollection services) => services.AddSingleton<IAnalyser>(new Feelings());

    private Task<TestEngine> StartAsync(string? prefix = null) => TestEngine.StartAsync(azurite, change: Serve, prefix: prefix);
}
