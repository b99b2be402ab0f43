using System.Buffers;
using System.Buffers.Binary;

namespace Campaigns.Listening.Cells;

/// <summary>Writes records as one page or as several of about the same size. Its memory is used again.</summary>
/// <param name="channels">The channels that are known already; others join them as records name them.</param>
/// <param name="earliest">No record was observed earlier.</param>
/// <param name="bytes">About how many bytes the records will take.</param>
internal sealed class PageWriter(List<string> channels, long earliest, int bytes = 16 * 1024) : IDisposable
{
    private byte[] body = ArrayPool<byte>.Shared.Rent(bytes);
    private int[] ends = ArrayPool<int>.Shared.Rent(bytes / 32);
    private int length;

    /// <summary>How many records were written.</summary>
    public int Count { get; private set; }

    /// <summary>The most bytes that they take on one page.</summary>
    public int Bytes => PageFrame.LongestOf(channels) + length + PageFrame.SumLength;

    /// <summary>Adds a record; the records of a page stand in the order of their keys, or <see cref="Sort"/> is called before the end.</summary>
    public void Add(in MentionRecord record)
    {
        Pooled.Grow(ref body, length, RecordBytes.Longest);
        Pooled.Grow(ref ends, Count, 1);
        var writer = new ByteWriter(body.AsSpan(length));
        RecordBytes.Write(ref writer, record, ChannelOf(record.Channel), earliest);
        ends[Count++] = length += writer.Written;
    }

    /// <summary>Brings the records into the order of their keys and merges those of one mention.</summary>
    public void Sort()
    {
        var keys = ArrayPool<UInt128>.Shared.Rent(Count);
        var order = ArrayPool<int>.Shared.Rent(Count);
        for (var number = 0; number < Count; number++)
        {
            (keys[number], order[number]) = (KeyOf(number), number);
        }

        keys.AsSpan(0, Count).Sort(order.AsSpan(0, Count));
        using (var sorted = new PageWriter(channels, earliest, length))
        {
            for (var next = 0; next < Count;)
            {
                var first = next++;
                if (next == Count || keys[next] != keys[first])
                {
                    sorted.Copy(BytesOf(order[first]));
                    continue;
                }

                var merged = Read(order[first]);
                for (; next < Count && keys[next] == keys[first]; next++)
                {
                    merged = MentionRecord.Merge(merged, Read(order[next]));
                }

                sorted.Add(merged);
            }

            (body, sorted.body, ends, sorted.ends, length, Count) = (sorted.body, body, sorted.ends, ends, sorted.length, sorted.Count);
        }

        ArrayPool<UInt128>.Shared.Return(keys);
        ArrayPool<int>.Shared.Return(order);
    }

    /// <summary>The pages of what was written.</summary>
    /// <param name="pages">How many; at most as many as there are records, at least one.</param>
    public CellPage[] End(int pages)
    {
        var ended = new CellPage[pages];
        var first = 0;
        for (var number = 0; number < pages; number++)
        {
            // The record at which so much of the whole is written as this page and those before it should hold.
            var share = ends.AsSpan(0, Count).BinarySearch((int)((long)length * (number + 1) / pages));
            var last = Count - (pages - 1 - number);
            var end = number == pages - 1 ? Count : Math.Clamp((share < 0 ? ~share : share) + 1, Math.Min(first + 1, last), last);
            ended[number] = Page(first, end);
            first = end;
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

    private void Copy(ReadOnlySpan<byte> record)
    {
        Pooled.Grow(ref body, length, record.Length);
        Pooled.Grow(ref ends, Count, 1);
        record.CopyTo(body.AsSpan(length));
        ends[Count++] = length += record.Length;
    }

    private CellPage Page(int first, int end)
    {
        var records = body.AsSpan(StartOf(first), StartOf(end) - StartOf(first));
        Span<byte> start = stackalloc byte[PageFrame.LongestOf(channels)];
        var writer = new ByteWriter(start);
        var frame = PageFrame.Write(ref writer, channels, earliest, end - first);
        var page = GC.AllocateUninitializedArray<byte>(frame.Length + records.Length + PageFrame.SumLength);
        start[..frame.Length].CopyTo(page);
        records.CopyTo(page.AsSpan(frame.Length));
        PageFrame.Seal(page);
        return CellPage.Written(page, frame, end == first ? default : KeyOf(end - 1));
    }

    private int StartOf(int number) => number == 0 ? 0 : ends[number - 1];

    private Span<byte> BytesOf(int number) => body.AsSpan(StartOf(number), ends[number] - StartOf(number));

    private UInt128 KeyOf(int number) => BinaryPrimitives.ReadUInt128BigEndian(body.AsSpan(StartOf(number) + RecordBytes.KeyPlace));

    private MentionRecord Read(int number)
    {
        var reader = new ByteReader(BytesOf(number));
        return RecordBytes.Read(ref reader, channels, earliest);
    }

    private int ChannelOf(string name)
    {
        for (var number = 0; number < channels.Count; number++)
        {
            if (ReferenceEquals(channels[number], name))
            {
                return number;
            }
        }

        if (channels.IndexOf(name) is var known && known < 0)
        {
            channels.Add(name);
            return channels.Count - 1;
        }

        return known;
    }
}
