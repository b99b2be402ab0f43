using System.Text;

namespace Campaigns.Planning;

/// <summary>
/// Finds the hashtags of a text by the twitter-text rules, one after the other, without allocating: each character is
/// looked at a bounded number of times, whatever the text.
/// </summary>
internal ref struct HashtagScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private UrlScanner urls = new(text);
    private int next;

    /// <summary>Where the last found hashtag ended, kept or not: its last character is spent and bounds nothing.</summary>
    private int spent;

    /// <summary>The hashtag that <see cref="MoveNext"/> found.</summary>
    public HashtagSpan Current { get; private set; }

    /// <summary>Makes the scanner usable in <c>foreach</c>.</summary>
    public readonly HashtagScanner GetEnumerator() => this;

    /// <summary>Goes to the next hashtag; false where there is none.</summary>
    public bool MoveNext()
    {
        while (next < text.Length)
        {
            var found = text[next..].IndexOfAny(HashtagCharacters.Signs);
            if (found < 0)
            {
                break;
            }

            var sign = next + found;
            next = sign + 1;
            if (!StartsAt(sign) || !HasName(sign + 1, out var end))
            {
                continue;
            }

            next = spent = end;
            if (!IsFollowedByMore(end) && !IsInUrl(sign))
            {
                Current = new HashtagSpan(sign, end);
                return true;
            }
        }

        next = text.Length;
        return false;
    }

    private readonly bool StartsAt(int sign)
    {
        if (sign == 0)
        {
            return true;
        }

        if (sign == spent)
        {
            return false;
        }

        if (HashtagCharacters.IsVariationSelector(text[sign - 1]))
        {
            return true;
        }

        // An unpaired surrogate is no character of any name: it bounds like a symbol.
        return Rune.DecodeLastFromUtf16(text[..sign], out var before, out _) != System.Buffers.OperationStatus.Done
            || HashtagCharacters.IsBoundary(before);
    }

    private readonly bool HasName(int start, out int end)
    {
        end = start;
        if (start < text.Length && text[start] is '\uFE0F' or '\u20E3')
        {
            // The keycap emoji, not a hashtag.
            return false;
        }

        var hasLetter = false;
        while (end < text.Length && Rune.DecodeFromUtf16(text[end..], out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            if (HashtagCharacters.IsLetter(rune))
            {
                hasLetter = true;
            }
            else if (!HashtagCharacters.IsDigitOrSpecial(rune))
            {
                break;
            }

            end += length;
        }

        return hasLetter;
    }

    /// <summary>Two glued hashtags are none, and <c>#https://…</c> is a link with a sign before it.</summary>
    private readonly bool IsFollowedByMore(int end) =>
        end < text.Length && (HashtagCharacters.IsSign(text[end]) || text[end..].StartsWith("://", StringComparison.Ordinal));

    private bool IsInUrl(int sign) => sign > 0 && !char.IsWhiteSpace(text[sign - 1]) && urls.Covers(sign);
}
