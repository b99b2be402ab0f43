using Campaigns.Listening.Cells;

namespace Campaigns.Tests.Listening.Cells;

/// <summary>A cell as the bytes of one page.</summary>
internal static class CellBytes
{
    public static byte[] Write(Cell cell) => CellPage.Of(cell).Bytes.ToArray();

    public static Cell Read(ReadOnlySpan<byte> bytes) => CellPage.Read(bytes.ToArray()).ToCell();
}
