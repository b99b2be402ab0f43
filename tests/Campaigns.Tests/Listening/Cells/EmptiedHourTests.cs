using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Queues.Models;
using Campaigns.Listening.Cells;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Cells;

public sealed class EmptiedHourTests(AzuriteFixture azurite)
{
    private const int Hour = 398_400;

    [Fact]
    public async Task An_hour_that_storage_lost_under_a_running_engine_is_counted_over_its_shards_again()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var hour = new CellId("missing-type", (await SampleCampaign.PutAsync(engine)).Generation, Hour);
        await TrackAsync(engine, hour, 0, shards: 16);
        var table = engine.Get<StorageRim>().Table(TableNames.Cells);
        await foreach (var row in table.QueryAsync<TableEntity>())
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }

        await TrackAsync(engine, hour, 100, shards: 16);

        engine.Get<HourShards>().Forget(hour);
        Assert.Equal(16, await engine.Get<HourShards>().CountAsync(hour, 1, default));
        var counted = await Task.WhenAll(Enumerable.Range(0, 16).Select(shard => engine.Get<CellTable>().ReadAsync(hour with { Shard = shard })));
        Assert.Equal(100, counted.Sum(cell => cell.Cell.Count));
    }

    [Fact]
    public async Task Where_storage_says_another_number_of_shards_each_time_the_message_fails_and_comes_again()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite);
        await using var direct = await TestEngine.StartAsync(azurite, prefix: engine.Prefix);
        var hour = new CellId("missing-type", (await SampleCampaign.PutAsync(engine)).Generation, Hour);
        await TrackAsync(engine, hour, 0, shards: 2);
        var table = direct.Get<StorageRim>().Table(TableNames.Cells);
        var (partition, row) = ($"{hour.Campaign}.{hour.Generation}.00", $"cell|{hour.HourText}");
        var writes = 0;
        wire.Lets = request =>
        {
            if (request.Contains("$batch", StringComparison.Ordinal))
            {
                // Whoever writes is forestalled by one who says otherwise.
                var number = Interlocked.Increment(ref writes);
                table.UpdateEntity(new TableEntity(partition, row) { ["Shards"] = 4 << (number / 2 % 4) }, Azure.ETag.All, TableUpdateMode.Merge, CancellationToken.None);
            }

            return true;
        };

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => TrackAsync(engine, hour, 100, shards: 2));

        Assert.Contains("another number of shards", fault.Message, StringComparison.Ordinal);
        Assert.Contains(hour.HourText, fault.Message, StringComparison.Ordinal);
    }

    private static Task TrackAsync(TestEngine engine, CellId hour, int first, int shards)
    {
        var records = CellPage.Of(Cell.Of([.. Enumerable.Range(first, 100).Select(RandomRecords.Numbered)]));
        return engine.Function<TrackMentions>().Run(
            QueuesModelFactory.QueueMessage(first.ToString(CultureInfo.InvariantCulture), "receipt", new MentionsMessage(hour, records, shards).Write(), 1), default);
    }
}
