namespace Campaigns.Listening.Cells;

/// <summary>
/// The whole truth of one campaign and hour: one record for each mention, in the order of their keys. Cells never change;
/// <see cref="Merge"/> makes the union of two, the same whatever the order and however often.
/// </summary>
public sealed class Cell
{
    private readonly MentionRecord[] records;

    private Cell(MentionRecord[] records) => this.records = records;

    /// <summary>A cell without mentions.</summary>
    public static Cell Empty { get; } = new([]);

    /// <summary>The records, in the order of their keys.</summary>
    public ReadOnlySpan<MentionRecord> Records => records;

    /// <summary>How many mentions it holds.</summary>
    public int Count => records.Length;

    /// <summary>A cell of records in any order; those of one mention are merged.</summary>
    /// <param name="records">The records.</param>
    public static Cell Of(ReadOnlySpan<MentionRecord> records)
    {
        var sorted = records.ToArray();
        sorted.AsSpan().Sort(static (one, other) => one.Key.CompareTo(other.Key));
        var last = 0;
        for (var next = 1; next < sorted.Length; next++)
        {
            if (sorted[next].Key == sorted[last].Key)
            {
                sorted[last] = MentionRecord.Merge(sorted[last], sorted[next]);
            }
            else
            {
                sorted[++last] = sorted[next];
            }
        }

        return sorted.Length == 0 ? Empty : new Cell(last + 1 == sorted.Length ? sorted : sorted[..(last + 1)]);
    }

    /// <summary>A cell of records that stand in the order of their keys already, as pages hold them.</summary>
    /// <param name="records">The records; the cell keeps the array.</param>
    /// <exception cref="CellFormatException">They are out of order.</exception>
    internal static Cell OfSorted(MentionRecord[] records)
    {
        for (var next = 1; next < records.Length; next++)
        {
            if (records[next].Key <= records[next - 1].Key)
            {
                throw new CellFormatException("The cell's records are out of order.");
            }
        }

        return records.Length == 0 ? Empty : new Cell(records);
    }

    /// <summary>The union of two cells; <paramref name="other"/> may hold nothing new, and then the answer is this very cell.</summary>
    /// <param name="other">The other cell.</param>
    public Cell Merge(Cell other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var union = new MentionRecord[records.Length + other.records.Length];
        var (mine, theirs, count, changed) = (0, 0, 0, false);
        while (theirs < other.records.Length)
        {
            ref readonly var next = ref other.records[theirs];
            var (start, at) = (mine, Find(mine, next.Key));
            mine = at < 0 ? ~at : at;
            records.AsSpan(start, mine - start).CopyTo(union.AsSpan(count));
            count += mine - start;
            if (at < 0)
            {
                union[count] = next;
                changed = true;
            }
            else
            {
                union[count] = MentionRecord.Merge(records[mine], next);
                changed |= union[count] != records[mine];
                mine++;
            }

            count++;
            theirs++;
        }

        if (!changed)
        {
            return this;
        }

        records.AsSpan(mine).CopyTo(union.AsSpan(count));
        count += records.Length - mine;
        return new Cell(count == union.Length ? union : union[..count]);
    }

    /// <summary>Where a key stands from an index on, or the complement of where it would.</summary>
    private int Find(int from, UInt128 key)
    {
        var (low, high) = (from, records.Length - 1);
        while (low <= high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            var order = records[middle].Key.CompareTo(key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
