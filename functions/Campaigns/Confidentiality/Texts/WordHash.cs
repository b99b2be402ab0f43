namespace Campaigns.Confidentiality.Texts;

/// <summary>The running hash of a word's letters, so that a word is looked up as it is read.</summary>
internal static class WordHash
{
    public const ulong Start = 0xCBF29CE484222325;

    public static ulong Next(ulong hash, char lower) => (hash ^ lower) * 0x9E3779B97F4A7C15 is var mixed ? mixed ^ (mixed >> 29) : 0;

    public static ulong OfAny(ReadOnlySpan<char> word)
    {
        var hash = Start;
        foreach (var letter in word)
        {
            hash = Next(hash, char.ToLowerInvariant(letter));
        }

        return hash;
    }

    public static ulong Of(ReadOnlySpan<char> lower)
    {
        var hash = Start;
        foreach (var letter in lower)
        {
            hash = Next(hash, letter);
        }

        return hash;
    }
}
