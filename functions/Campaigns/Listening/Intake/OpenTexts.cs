using System.Buffers;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Texts;

namespace Campaigns.Listening.Intake;

/// <summary>Texts of one campaign and hour that wait to fill a message, as bytes.</summary>
/// <param name="hour">The campaign and the hour.</param>
internal sealed class OpenTexts(CellId hour) : IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(1024);
    private int[] starts = ArrayPool<int>.Shared.Rent(16);

    public CellId Hour => hour;

    public int Count { get; private set; }

    /// <summary>How many bytes wait.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes of the texts from one to another one.</summary>
    public ReadOnlySpan<byte> Between(int first, int end) => bytes.AsSpan(starts[first]..(end == Count ? Length : starts[end]));

    public void Add(ulong key, string channel, ulong tags, ulong topics, string? language, ReadOnlySpan<byte> text)
    {
        Pooled.Grow(ref bytes, Length, TextBytes.Frame + text.Length);
        Pooled.Grow(ref starts, Count, 1);
        starts[Count++] = Length;
        Length += TextBytes.Write(bytes.AsSpan(Length), key, channel, tags, topics, language, text);
    }

    /// <summary>Gives the memory back. What people wrote does not stay in it for whoever rents it next.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        ArrayPool<int>.Shared.Return(starts);
        (bytes, starts, Count, Length) = ([], [], 0, 0);
    }
}
