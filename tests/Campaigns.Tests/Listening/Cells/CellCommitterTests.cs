using Azure.Data.Tables;
using Campaigns.Listening.Cells;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Cells;

public sealed class CellCommitterTests(AzuriteFixture azurite)
{
    private static readonly CellId Id = new("c", "g", 398_000);

    [Fact]
    public async Task A_cell_never_gets_full()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var committer = engine.Get<CellCommitter>();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => committer.CommitAsync(Id, Records(n * 1_000, 1_000), default)));

        Assert.Equal(40_000, (await engine.Get<CellTable>().ReadAsync(Id)).Cell.Count);
    }

    [Fact]
    public async Task A_worker_that_knows_nothing_of_a_cell_merges_only_when_it_holds_all_its_pages()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await using var other = await TestEngine.StartAsync(azurite, prefix: engine.Prefix);
        for (var n = 0; n < 5; n++)
        {
            await engine.Get<CellCommitter>().CommitAsync(Id, Records(n * 1_000, 1_000), default);
        }

        var before = await engine.Get<CellTable>().ReadAsync(Id);
        var again = await other.Get<CellCommitter>().CommitAsync(Id, Records(500, 3_000), default);
        var more = await other.Get<CellCommitter>().CommitAsync(Id, Records(4_999, 2), default);

        Assert.Equal((CommitOutcome.Unchanged, CommitOutcome.Changed), (again, more));
        var after = await engine.Get<CellTable>().ReadAsync(Id);
        Assert.NotEqual(before.ETag, after.ETag);
        Assert.Equal(Records(0, 5_001).Records, after.Cell.Records);
    }

    [Fact]
    public async Task A_change_of_a_mention_in_a_sealed_page_is_seen_by_everybody()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await using var other = await TestEngine.StartAsync(azurite, prefix: engine.Prefix);
        await engine.Get<CellCommitter>().CommitAsync(Id, Records(0, 2_000), default);
        var changed = RandomRecords.Numbered(7) with { Likes = 5_000, ObservedAt = 1, Author = 99 };

        await other.Get<CellCommitter>().CommitAsync(Id, Cell.Of([changed]), default);

        var cell = await engine.Get<CellTable>().ReadAsync(Id);
        Assert.Equal((2_000, 1L), (cell.Cell.Count, cell.Retractions));
        Assert.Contains(MentionRecord.Merge(changed, RandomRecords.Numbered(7)), cell.Cell.Records.ToArray());
        Assert.Equal(1, Assert.Single(await engine.Get<CellTable>().ListAsync("c", "g", default)).Retractions);
    }

    [Fact]
    public async Task A_cell_of_one_large_row_stays_readable_and_is_sealed_when_it_is_next_written()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var table = engine.Get<StorageRim>().Table(TableNames.Cells);
        await table.AddEntityAsync(FirstLayoutRow(10_000));

        Assert.Equal(10_000, (await engine.Get<CellTable>().ReadAsync(Id)).Cell.Count);
        await engine.Get<CellCommitter>().CommitAsync(Id, Records(9_999, 2), default);

        var open = await table.GetEntityAsync<TableEntity>("c.g.00", "cell|2015052808");
        Assert.Equal((0, true), (open.Value.GetInt32("Mentions"), open.Value.GetInt32("Sealed") > 1));
        var cell = await engine.Get<CellTable>().ReadAsync(Id);
        Assert.Equal(Records(0, 10_001).Records, cell.Cell.Records);
    }

    [Fact]
    public async Task A_small_cache_costs_reads_and_no_mention()
    {
        await using var engine = await TestEngine.StartAsync(azurite, settings: new Dictionary<string, string?> { ["Listening:CellCacheMegabytes"] = "1" });
        var (committer, random) = (engine.Get<CellCommitter>(), new Random(3));
        var hours = Enumerable.Range(0, 8).Select(hour => new CellId("c", "g", 398_000 + hour)).ToArray();

        await Parallel.ForEachAsync(Enumerable.Range(0, 64), async (n, _) => await committer.CommitAsync(hours[n % 8], Records(n / 8 * 700, 1_000), default));

        Assert.InRange(engine.Get<CellCache>().Size, 1, 1024 * 1024 + 600_000);
        Assert.All(hours, hour => Assert.Equal(5_900, engine.Get<CellTable>().ReadAsync(hour).GetAwaiter().GetResult().Cell.Count));
    }

    private static Cell Records(int first, int count) => Cell.Of([.. Enumerable.Range(first, count).Select(RandomRecords.Numbered)]);

    /// <summary>A row as the first version wrote it.</summary>
    private static TableEntity FirstLayoutRow(int count)
    {
        var bytes = CellBytes.Write(Records(0, count))[..^4];
        bytes[0] = 1;
        var row = new TableEntity("c.g.00", "cell|2015052808") { ["Mentions"] = count };
        foreach (var (number, part) in bytes.Chunk(64 * 1024).Index())
        {
            row[$"P{number:00}"] = part;
        }

        return row;
    }
}
