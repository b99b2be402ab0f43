using Campaigns.Listening.Cells;

namespace Campaigns.Listening.Coverage;

/// <summary>
/// The bytes of a ledger, layout 1: the layout, the number of segments, then for each the seconds since the end of the one before (the first:
/// since 1970), its length, its state, its requests and its mentions; numbers as in cells.
/// </summary>
internal static class SearchLedgerBytes
{
    private const byte Layout = 1;
    private const int LongestSegment = (4 * ByteWriter.LongestNumber) + 1;
    private const int ShortestSegment = 5;

    public static byte[] Write(SearchLedger ledger)
    {
        var buffer = new byte[1 + ByteWriter.LongestNumber + (ledger.Segments.Count * LongestSegment)];
        var writer = new ByteWriter(buffer);
        writer.Byte(Layout);
        writer.Number((ulong)ledger.Segments.Count);
        var end = 0L;
        foreach (var segment in ledger.Segments)
        {
            writer.Number((ulong)(segment.From - end));
            writer.Number((ulong)segment.Length);
            writer.Byte((byte)segment.State);
            writer.Number((ulong)segment.Asked);
            writer.Number((ulong)segment.Got);
            end = segment.To;
        }

        return buffer[..writer.Written];
    }

    public static SearchLedger Read(byte[] bytes)
    {
        var reader = new ByteReader(bytes);
        if (reader.Byte() is var layout and not Layout)
        {
            throw new CellFormatException($"The search ledger has layout {layout}; this version reads {Layout}.");
        }

        var segments = new Segment[reader.Count(ShortestSegment)];
        var end = 0L;
        for (var at = 0; at < segments.Length; at++)
        {
            var from = end + (long)reader.Number();
            end = from + (long)reader.Number();
            segments[at] = new Segment(from, end, (SearchState)reader.Byte(), (long)reader.Number(), (long)reader.Number());
        }

        reader.End();
        return SearchLedger.Of(segments);
    }
}
