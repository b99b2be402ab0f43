using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Listening.Cells;

/// <summary>Keys and entities of the <c>Cells</c> table: one partition holds the cells of a campaign and shard, their sealed pages and the dirty rows.</summary>
internal static class CellRows
{
    public const string CellPrefix = "cell|";
    public const string PagePrefix = "page|";
    public const string DirtyPrefix = "dirty|";

    /// <summary>Page numbers have four digits, so that their text order is their order.</summary>
    public const int MostPages = 10_000;

    private const string Mentions = "Mentions";
    private const string Sealed = "Sealed";
    private const string Retractions = "Retractions";
    private const string Rewritten = "Rewritten";
    private const string ShardCount = "Shards";

    /// <summary>Stands among shard 0's dirty rows once an hour of the campaign has several shards: one property for each number of shards.</summary>
    private const string ManyShards = DirtyPrefix + "shards";
    private const string ManyPrefix = "Of";

    /// <summary>The binary properties of a page's bytes.</summary>
    private const string Bytes = "P";

    /// <summary>The properties of a cell's row that tell its version.</summary>
    public static IReadOnlyList<string> VersionProperties { get; } = ["PartitionKey", "RowKey", Retractions, ShardCount];

    /// <summary>The partition of the cells of a campaign and shard.</summary>
    public static string Partition(string campaign, string generation, int shard = 0) => string.Create(CultureInfo.InvariantCulture, $"{CampaignPartition.Of(campaign, generation)}.{shard:00}");

    /// <summary>The partition of a cell.</summary>
    public static string Partition(CellId id) => Partition(id.Campaign, id.Generation, id.Shard);

    /// <summary>The row key of a sealed page.</summary>
    public static string Page(CellId id, int number) => string.Create(CultureInfo.InvariantCulture, $"{PagePrefix}{id.HourText}|{number:0000}");

    /// <summary>The cell that a sealed page belongs to, by their row keys; null where a row is no page.</summary>
    public static (string Cell, int Number)? PageOf(string row) => !row.StartsWith(PagePrefix, StringComparison.Ordinal) ? null
        : (CellPrefix + row[PagePrefix.Length..row.LastIndexOf('|')], int.Parse(row.AsSpan(row.LastIndexOf('|') + 1), CultureInfo.InvariantCulture));

    /// <summary>How many sealed pages a cell's row says that it has.</summary>
    public static int SealedOf(TableEntity row) => row.GetInt32(Sealed) ?? 0;

    /// <summary>The actions that write a change and mark the cell dirty, all or none.</summary>
    /// <exception cref="CellFullException">There is no number left for a page.</exception>
    public static TableTransactionAction[] Write(CellId id, CellState before, CellChange change)
    {
        var partition = Partition(id);
        var count = before.Sealed + change.Sealed.Count;
        if (count > MostPages)
        {
            throw new CellFullException(id, MostPages);
        }

        return InOnePartition(
        [
            .. OpenAndDirty(id, before, before with { Open = change.Open, Sealed = count, Retractions = change.Retractions }),
            .. change.Sealed.Select((page, number) => new TableTransactionAction(TableTransactionActionType.Add, ToRow(partition, Page(id, before.Sealed + number), page))),
        ]);
    }

    /// <summary>The actions that write pages of a cell anew, and mark it dirty, all or none.</summary>
    /// <param name="id">The cell.</param>
    /// <param name="before">As it was read: who changes a page changes the open one's tag.</param>
    /// <param name="after">As it is to be.</param>
    /// <param name="pages">The sealed pages that change, by their numbers.</param>
    public static TableTransactionAction[] Rewrite(CellId id, CellState before, CellState after, IEnumerable<(int Number, CellPage Page)> pages) => InOnePartition(
    [
        .. OpenAndDirty(id, before, after),
        .. pages.Select(page => new TableTransactionAction(TableTransactionActionType.UpdateReplace, ToRow(Partition(id), Page(id, page.Number), page.Page), ETag.All)),
    ]);

    /// <summary>What a cell's row says.</summary>
    public static CellState ReadState(TableEntity row) => new(row.ETag, ReadPage(row), row.GetInt32(Sealed) ?? 0, RetractionsOf(row), ShardsOf(row), row.GetInt64(Rewritten) ?? 0);

    /// <summary>How often something was taken back in a cell.</summary>
    public static long RetractionsOf(TableEntity row) => row.GetInt64(Retractions) ?? 0;

    /// <summary>How many shards the hour of a row of shard 0 has; the first version knew but one.</summary>
    public static int ShardsOf(TableEntity row) => row.GetInt32(ShardCount) switch
    {
        null => 1,
        { } count when Shards.IsCount(count) => count,
        { } count => throw new CellFormatException($"The row {row.RowKey} promises {count} shards."),
    };

    /// <summary>The actions that give an hour its number of shards before it has any mention, and say in which partitions dirty rows may stand from now on.</summary>
    public static TableTransactionAction[] AddShards(CellId first, int count)
    {
        var partition = Partition(first);
        return
        [
            new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(partition, CellPrefix + first.HourText) { [Mentions] = 0, [ShardCount] = count }),
            new TableTransactionAction(TableTransactionActionType.UpsertMerge, new TableEntity(partition, ManyShards) { [string.Create(CultureInfo.InvariantCulture, $"{ManyPrefix}{count}")] = true }),
        ];
    }

    /// <summary>Whether a row among shard 0's dirty rows is none, but says how many shards there are; properties unite, whoever writes first.</summary>
    public static bool IsShards(TableEntity row, out int most)
    {
        most = row.RowKey == ManyShards
            ? row.Keys.Where(key => key.StartsWith(ManyPrefix, StringComparison.Ordinal)).Select(key => int.Parse(key.AsSpan(ManyPrefix.Length), CultureInfo.InvariantCulture)).Max()
            : 0;
        return most > 0;
    }

    /// <summary>The page that a row holds.</summary>
    public static CellPage ReadPage(TableEntity row)
    {
        var count = row.GetInt32(Mentions);
        var bytes = LongBytes.Read(row, Bytes);
        var page = bytes.Length > 0 ? CellPage.Read(bytes) : CellPage.Empty;
        return page.Count == count ? page : throw new CellFormatException($"The row {row.RowKey} promises {count} mentions and holds {page.Count}.");
    }

    /// <summary>The number of a sealed page.</summary>
    public static int NumberOf(TableEntity row) => int.Parse(row.RowKey.AsSpan(row.RowKey.LastIndexOf('|') + 1), CultureInfo.InvariantCulture);

    private static TableTransactionAction[] OpenAndDirty(CellId id, CellState before, CellState after)
    {
        var partition = Partition(id);
        var open = new TableEntity(partition, CellPrefix + id.HourText) { [Sealed] = after.Sealed, [Retractions] = after.Retractions }
            .With(ShardCount, id.Shard == 0 ? after.Shards : null)
            .With(Rewritten, after.Rewritten > 0 ? after.Rewritten : null);
        Fill(open, after.Open);
        return
        [
            before.ETag is { } tag
                ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, open, tag)
                : new TableTransactionAction(TableTransactionActionType.Add, open),
            new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(partition, DirtyPrefix + id.HourText) { ["Token"] = Guid.NewGuid() }),
        ];
    }

    /// <summary>The emulator would commit a transaction over several partitions all the same; the service refuses.</summary>
    private static TableTransactionAction[] InOnePartition(TableTransactionAction[] actions) =>
        actions.All(action => action.Entity.PartitionKey == actions[0].Entity.PartitionKey)
            ? actions
            : throw new InvalidOperationException("A cell, its pages and its dirty row must lie in one partition.");

    private static TableEntity ToRow(string partition, string key, CellPage page)
    {
        var row = new TableEntity(partition, key);
        Fill(row, page);
        return row;
    }

    private static void Fill(TableEntity row, CellPage page)
    {
        row[Mentions] = page.Count;
        if (page.Count > 0)
        {
            LongBytes.Put(row, Bytes, page.Bytes);
        }
    }
}
