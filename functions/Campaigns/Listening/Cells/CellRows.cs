using System.Buffers;
using System.Globalization;
using Azure.Data.Tables;

namespace Campaigns.Listening.Cells;

/// <summary>Keys and entities of the <c>Cells</c> table: one partition holds the cells of a campaign and the dirty rows beside them.</summary>
internal static class CellRows
{
    /// <summary>A cell's bytes lie in binary properties of 64 KiB, at most this many: the entity stays below its limit of 1 MiB.</summary>
    public const int MostProperties = 12;

    public const int PropertySize = 64 * 1024;
    public const string CellPrefix = "cell|";
    public const string DirtyPrefix = "dirty|";

    /// <summary>The partition of the cells of a campaign and shard.</summary>
    public static string Partition(string campaign, string generation, int shard = 0) => string.Create(CultureInfo.InvariantCulture, $"{campaign}.{generation}.{shard:00}");

    /// <summary>The actions that write a cell and mark it dirty, all or none.</summary>
    /// <exception cref="CellFullException">The cell does not fit.</exception>
    public static TableTransactionAction[] Write(CellId id, StoredCell before, Cell cell)
    {
        var partition = Partition(id.Campaign, id.Generation, id.Shard);
        var row = ToRow(partition, id, cell);
        var dirty = new TableEntity(partition, DirtyPrefix + id.HourText) { ["Token"] = Guid.NewGuid() };
        if (row.PartitionKey != dirty.PartitionKey)
        {
            // The emulator would commit it all the same; the service refuses.
            throw new InvalidOperationException("A cell and its dirty row must lie in one partition.");
        }

        return
        [
            before.ETag is { } tag
                ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, tag)
                : new TableTransactionAction(TableTransactionActionType.Add, row),
            new TableTransactionAction(TableTransactionActionType.UpsertReplace, dirty),
        ];
    }

    public static Cell Read(TableEntity row)
    {
        var first = row.GetBinary(Property(0)) ?? throw new CellFormatException($"The row {row.RowKey} holds no cell.");
        if (first.Length < PropertySize)
        {
            return CellBytes.Read(first);
        }

        var parts = new List<byte[]> { first };
        while (row.GetBinary(Property(parts.Count)) is { } part)
        {
            parts.Add(part);
        }

        var bytes = ArrayPool<byte>.Shared.Rent(parts.Sum(part => part.Length));
        var length = 0;
        foreach (var part in parts)
        {
            part.CopyTo(bytes.AsSpan(length));
            length += part.Length;
        }

        var cell = CellBytes.Read(bytes.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(bytes);
        return cell;
    }

    private static TableEntity ToRow(string partition, CellId id, Cell cell)
    {
        var bytes = CellBytes.Write(cell);
        if (bytes.Length > MostProperties * PropertySize)
        {
            throw new CellFullException(id, bytes.Length, MostProperties * PropertySize);
        }

        var row = new TableEntity(partition, CellPrefix + id.HourText) { ["Mentions"] = cell.Count };
        var number = 0;
        foreach (var part in bytes.Chunk(PropertySize))
        {
            row[Property(number++)] = part;
        }

        return row;
    }

    private static string Property(int number) => $"P{number:00}";
}
