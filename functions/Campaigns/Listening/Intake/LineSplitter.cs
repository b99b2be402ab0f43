using System.Buffers;

namespace Campaigns.Listening.Intake;

/// <summary>
/// Cuts a body that arrives in pieces into lines. It never holds more than one line: what is longer than
/// <see cref="Longest"/> is told and passed over.
/// </summary>
internal sealed class LineSplitter
{
    /// <summary>The most bytes of one mention: a text of 64 KiB with every character escaped, and its other fields.</summary>
    public const int Longest = 512 * 1024;

    private byte[] joined = [];
    private bool skipping;

    /// <summary>The number of the line that <see cref="TryNext"/> gave, counted from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Takes the next line off the buffer.</summary>
    /// <param name="buffer">What has arrived and was not taken yet.</param>
    /// <param name="isLast">Whether nothing more comes.</param>
    /// <param name="line">The line without its end, valid until the next call; default where it was too long.</param>
    /// <param name="isTooLong">Whether the line was too long.</param>
    public bool TryNext(ref ReadOnlySequence<byte> buffer, bool isLast, out ReadOnlySpan<byte> line, out bool isTooLong)
    {
        while (true)
        {
            line = default;
            isTooLong = false;
            var end = buffer.PositionOf((byte)'\n');
            if (end is null && !isLast)
            {
                return buffer.Length > Longest && SkipAhead(ref buffer, out isTooLong);
            }

            if (end is null && buffer.IsEmpty)
            {
                return false;
            }

            var taken = end is null ? buffer : buffer.Slice(0, end.Value);
            buffer = end is null ? buffer.Slice(buffer.End) : buffer.Slice(buffer.GetPosition(1, end.Value));
            if (skipping)
            {
                // The rest of a line that was told already.
                skipping = false;
                continue;
            }

            Number++;
            isTooLong = taken.Length > Longest;
            line = isTooLong ? default : Trim(taken);
            return true;
        }
    }

    /// <summary>Drops the part of an over-long line that has arrived; its number is given once.</summary>
    private bool SkipAhead(ref ReadOnlySequence<byte> buffer, out bool isTooLong)
    {
        buffer = buffer.Slice(buffer.End);
        isTooLong = !skipping;
        Number += isTooLong ? 1 : 0;
        skipping = true;
        return isTooLong;
    }

    private ReadOnlySpan<byte> Trim(ReadOnlySequence<byte> taken)
    {
        ReadOnlySpan<byte> line;
        if (taken.IsSingleSegment)
        {
            line = taken.FirstSpan;
        }
        else
        {
            if (joined.Length < taken.Length)
            {
                joined = new byte[Math.Max((int)taken.Length, 4096)];
            }

            taken.CopyTo(joined);
            line = joined.AsSpan(0, (int)taken.Length);
        }

        if (Number == 1 && line.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
        }

        return line.Trim(" \t\r"u8);
    }
}
