using System.Buffers;

namespace Campaigns.Listening.Cells;

/// <summary>Memory that is rented and grows.</summary>
internal static class Pooled
{
    /// <summary>Makes room behind what is used.</summary>
    public static void Grow<T>(ref T[] array, int used, int more)
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
