using System.Buffers;

namespace Campaigns.Listening.Cells;

/// <summary>Writes records, in the order of their keys, as one page or as several of about the same size. Its memory is used again.</summary>
/// <param name="channels">The channels that the records may name, in ordinal order.</param>
/// <param name="earliest">No record was observed earlier.</param>
internal sealed class PageWriter(string[] channels, long earliest) : IDisposable
{
    private byte[] body = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int[] ends = ArrayPool<int>.Shared.Rent(512);
    private int length;

    /// <summary>How many records were written.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes that they take on one page.</summary>
    public int Bytes => PageFrame.LongestOf(channels) + length + PageFrame.SumLength;

    /// <summary>Adds a record behind those before.</summary>
    public void Add(in MentionRecord record)
    {
        Grow(ref body, length, RecordBytes.Longest);
        Grow(ref ends, Count, 1);
        var writer = new ByteWriter(body.AsSpan(length));
        RecordBytes.Write(ref writer, record, ChannelOf(record.Channel), earliest);
        ends[Count++] = length += writer.Written;
    }

    /// <summary>The pages; the writer can end again, but not go on.</summary>
    /// <param name="pages">How many; at most as many as there are records, at least one.</param>
    public CellPage[] End(int pages)
    {
        var ended = new CellPage[pages];
        var (from, first) = (0, 0);
        for (var number = 0; number < pages; number++)
        {
            // The record at which so much of the whole is written as this page and those before it should hold.
            var last = Count - (pages - 1 - number);
            var share = ends.AsSpan(0, Count).BinarySearch((int)((long)length * (number + 1) / pages));
            var end = number == pages - 1 ? Count : Math.Clamp((share < 0 ? ~share : share) + 1, Math.Min(first + 1, last), last);
            var to = end == 0 ? 0 : ends[end - 1];
            ended[number] = Page(body.AsSpan(from, to - from), end - first);
            (from, first) = (to, end);
        }

        return ended;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(body);
        ArrayPool<int>.Shared.Return(ends);
        (body, ends) = ([], []);
    }

    private CellPage Page(ReadOnlySpan<byte> records, int count)
    {
        Span<byte> start = stackalloc byte[PageFrame.LongestOf(channels)];
        var writer = new ByteWriter(start);
        var frame = PageFrame.Write(ref writer, channels, earliest, count);
        var bytes = GC.AllocateUninitializedArray<byte>(frame.Length + records.Length + PageFrame.SumLength);
        start[..frame.Length].CopyTo(bytes);
        records.CopyTo(bytes.AsSpan(frame.Length));
        PageFrame.Seal(bytes);
        return CellPage.Written(bytes, frame);
    }

    private int ChannelOf(string name)
    {
        for (var number = 0; number < channels.Length; number++)
        {
            if (ReferenceEquals(channels[number], name))
            {
                return number;
            }
        }

        return channels.AsSpan().BinarySearch(name, StringComparer.Ordinal);
    }

    private static void Grow<T>(ref T[] array, int used, int more)
    {
        if (array.Length - used < more)
        {
            var larger = ArrayPool<T>.Shared.Rent(Math.Max(array.Length * 2, used + more));
            array.AsSpan(0, used).CopyTo(larger);
            ArrayPool<T>.Shared.Return(array);
            array = larger;
        }
    }
}
