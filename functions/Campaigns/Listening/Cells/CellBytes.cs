namespace Campaigns.Listening.Cells;

/// <summary>
/// A cell as bytes. The layout is versioned and described in <c>docs/decisions/0004-cells.md</c>: a version byte, the channels' names,
/// the earliest observation, then each record, then a check sum; numbers are of variable length. Equal cells give equal bytes.
/// </summary>
public static class CellBytes
{
    /// <summary>The layout that is written. Layout 1 lacked topics and look-alikes, layout 2 the check sum; their records read the same.</summary>
    public const byte Version = 3;

    /// <summary>The cell's bytes.</summary>
    /// <param name="cell">The cell.</param>
    public static byte[] Write(Cell cell) => CellPage.Of(cell).Bytes.ToArray();

    /// <summary>The cell that <paramref name="bytes"/> are.</summary>
    /// <param name="bytes">What <see cref="Write"/> made.</param>
    /// <exception cref="CellFormatException">They are of another version, or damaged.</exception>
    public static Cell Read(ReadOnlySpan<byte> bytes) => CellPage.Read(bytes.ToArray()).ToCell();
}
