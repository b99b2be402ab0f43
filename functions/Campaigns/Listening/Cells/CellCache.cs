using Microsoft.Extensions.Options;

namespace Campaigns.Listening.Cells;

/// <summary>The cells that this process holds, within a budget of memory: those that nobody asked for the longest go first.</summary>
/// <param name="options">The budget.</param>
public sealed class CellCache(IOptions<ListeningOptions> options)
{
    private readonly long budget = options.Value.CellCacheMegabytes * 1024L * 1024;
    private readonly Lock turn = new();
    private readonly Dictionary<CellId, LinkedListNode<Entry>> entries = [];
    private readonly LinkedList<Entry> byUse = [];
    private long size;

    /// <summary>The bytes that the cells take together.</summary>
    public long Size
    {
        get
        {
            lock (turn)
            {
                return size;
            }
        }
    }

    /// <summary>What is held of a cell.</summary>
    internal HeldCell Of(CellId id)
    {
        lock (turn)
        {
            if (entries.TryGetValue(id, out var node))
            {
                byUse.Remove(node);
                byUse.AddFirst(node);
            }
            else
            {
                entries.Add(id, node = byUse.AddFirst(new Entry(id, new HeldCell())));
                Measure(node);
            }

            return node.Value.Cell;
        }
    }

    /// <summary>Counts a cell's memory anew after it changed, and lets go of others where it is too much.</summary>
    internal void Measure(CellId id)
    {
        lock (turn)
        {
            if (entries.TryGetValue(id, out var node))
            {
                Measure(node);
            }
        }
    }

    private void Measure(LinkedListNode<Entry> node)
    {
        size += node.Value.Measure();
        while (size > budget && byUse.Last is { } oldest && oldest != node)
        {
            size -= oldest.Value.Size;
            byUse.RemoveLast();
            entries.Remove(oldest.Value.Id);
        }
    }

    private sealed class Entry(CellId id, HeldCell cell)
    {
        public CellId Id => id;

        public HeldCell Cell => cell;

        public long Size { get; private set; }

        /// <summary>By how much its memory has grown.</summary>
        public long Measure()
        {
            var before = Size;
            Size = cell.Size;
            return Size - before;
        }
    }
}
