using System.Buffers;
using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>Names whose letters are parted: "J a n e  S m i t h".</summary>
internal static class SpacedNames
{
    private static readonly SearchValues<char> Between = SearchValues.Create(" .-_*'");

    private const int Fewest = 4;
    private const int Most = 40;

    /// <summary>The last letter of the name that begins with a letter, or -1.</summary>
    public static int End(ReadText text, int first)
    {
        var (last, isName, hash, letters) = (first, false, WordHash.Start, 0);
        for (var at = first; at < text.Count && at < first + Most; at++)
        {
            ref var token = ref text.Tokens[at];
            var gap = at == first ? [] : text.GapAfter(at - 1);
            if (token.Kind != TokenKind.Word || token.Length != 1 || gap.Length > 3 || gap.ContainsAnyExcept(Between))
            {
                break;
            }

            // A capital or a wider gap begins the next word.
            if (at > first && (token.IsCapitalised || gap.Length > 1))
            {
                isName |= letters > 1 && (Lexicon.Find(hash) & (WordClasses.AnyGiven | WordClasses.Surname)) != 0;
                (hash, letters) = (WordHash.Start, 0);
            }

            hash = WordHash.Next(hash, char.ToLowerInvariant(text.Chars[token.Start]));
            (last, letters) = (at, letters + 1);
        }

        isName |= letters > 1 && (Lexicon.Find(hash) & (WordClasses.AnyGiven | WordClasses.Surname)) != 0;
        return isName && last - first + 1 >= Fewest ? last : -1;
    }
}
