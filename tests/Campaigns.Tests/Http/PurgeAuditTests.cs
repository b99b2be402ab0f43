using System.Globalization;
using Azure.Data.Tables;
using Campaigns.Http;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Tests.Http;

public sealed class PurgeAuditTests(AzuriteFixture azurite)
{
    private static readonly Dictionary<string, string?> HalfAYear = new() { ["Audit:KeepDays"] = "183" };

    // In London the clocks went back that night: the days of the audit are those of UTC.
    private readonly TestClock clock = TestClock.At("2015-10-25T00:30:00Z");

    [Fact]
    public async Task Who_changed_what_is_kept_for_whole_days_and_then_gone()
    {
        await using var engine = await TestEngine.StartAsync(azurite, clock, settings: HalfAYear);
        await PutAsync(engine, "20140101.03", 1);
        await PutAsync(engine, "20150424.00", 1);
        await PutAsync(engine, "20150424.15", 1);
        await PutAsync(engine, "20150425.00", 1);
        await PutAsync(engine, "20151025.07", 1);

        await PurgeAsync(engine);

        Assert.Equal(["20150425.00", "20151025.07"], await DaysAsync(engine));
        clock.Advance(TimeSpan.FromHours(23));
        await PurgeAsync(engine);
        Assert.Equal(["20150425.00", "20151025.07"], await DaysAsync(engine));
        clock.Advance(TimeSpan.FromHours(1));
        await PurgeAsync(engine);
        Assert.Equal(["20151025.07"], await DaysAsync(engine));
    }

    [Fact]
    public async Task A_purge_that_is_ended_half_way_is_gone_on_with_and_two_at_once_remove_the_same()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite, clock: clock);
        foreach (var part in Enumerable.Range(0, 4))
        {
            await PutAsync(engine, $"20130101.{part:00}", 250);
        }

        await PutAsync(engine, "20151025.07", 3);

        Assert.False(await wire.EndsWithinAsync(5, cancellationToken => engine.Function<PurgeAudit>().Run(new TimerInfo(), cancellationToken)));
        Assert.InRange((await DaysAsync(engine)).Count, 4, 1002);
        await Task.WhenAll(PurgeAsync(engine), PurgeAsync(engine));

        Assert.Equal(["20151025.07", "20151025.07", "20151025.07"], await DaysAsync(engine));
    }

    private static async Task PutAsync(TestEngine engine, string partition, int rows)
    {
        foreach (var chunk in Enumerable.Range(0, rows).Chunk(100))
        {
            await engine.Get<StorageRim>().Table(TableNames.Audit).SubmitTransactionAsync(chunk.Select(row =>
                new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(partition, row.ToString("0000000000000", CultureInfo.InvariantCulture)) { ["Who"] = "key:office" })));
        }
    }

    private static Task PurgeAsync(TestEngine engine) => engine.Function<PurgeAudit>().Run(new TimerInfo(), default);

    private static async Task<IReadOnlyList<string>> DaysAsync(TestEngine engine) =>
        await engine.Get<StorageRim>().Table(TableNames.Audit).QueryAsync<TableEntity>().Select(static row => row.PartitionKey).ToListAsync();
}
