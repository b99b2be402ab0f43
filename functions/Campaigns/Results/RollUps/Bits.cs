using System.Collections;
using System.Numerics;

namespace Campaigns.Results.RollUps;

/// <summary>The numbers of the bits that are set, the lowest first: of hashtags or topics. Going over them in a loop allocates nothing.</summary>
/// <param name="bits">The bits.</param>
internal readonly struct Bits(ulong bits) : IEnumerable<int>
{
    public Each GetEnumerator() => new(bits);

    IEnumerator<int> IEnumerable<int>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes over them.</summary>
    /// <param name="left">Those that are to come.</param>
    public struct Each(ulong left) : IEnumerator<int>
    {
        public int Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (left == 0)
            {
                return false;
            }

            Current = BitOperations.TrailingZeroCount(left);
            left &= left - 1;
            return true;
        }

        public readonly void Reset() => throw new NotSupportedException();

        public readonly void Dispose()
        {
        }
    }
}
