using System.Runtime.CompilerServices;

namespace Campaigns.Results.RollUps;

/// <summary>A list of values that grows piece by piece and never by a copy of the whole, so that little of its memory is empty.</summary>
/// <typeparam name="T">What it holds.</typeparam>
internal sealed class Pieces<T>
{
    private const int PieceBits = 10;
    private const int PieceMask = (1 << PieceBits) - 1;

    private readonly List<T[]> pieces = [];

    /// <summary>How many values there are.</summary>
    public int Count { get; private set; }

    /// <summary>The memory that it takes.</summary>
    public long Bytes => (long)pieces.Count * Unsafe.SizeOf<T>() << PieceBits;

    /// <summary>A value by its number.</summary>
    public ref T this[int number] => ref pieces[number >> PieceBits][number & PieceMask];

    /// <summary>Adds a value behind the others.</summary>
    public void Add(T value)
    {
        if (Count >> PieceBits == pieces.Count)
        {
            pieces.Add(new T[1 << PieceBits]);
        }

        this[Count++] = value;
    }
}
