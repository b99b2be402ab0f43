namespace Campaigns.Planning;

/// <summary>Where a hashtag stands in a text, its sign included.</summary>
/// <param name="Start">The index of the sign, in UTF-16 units.</param>
/// <param name="End">The index after its last character.</param>
internal readonly record struct HashtagSpan(int Start, int End)
{
    /// <summary>The hashtag without its sign.</summary>
    public ReadOnlySpan<char> Name(ReadOnlySpan<char> text) => text[(Start + 1)..End];
}
