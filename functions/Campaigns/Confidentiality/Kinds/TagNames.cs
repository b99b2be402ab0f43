using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>Hashtags that end in somebody's name, "#JaneSmith" or "#JusticeForJaneSmith". Every other hashtag stays.</summary>
internal static class TagNames
{
    private const int Longest = 40;

    public static void Find(ReadText text, int at)
    {
        ref var token = ref text.Tokens[at];
        if (!token.IsCapitalised || token.IsUpper || token.Length is < 6 or > Longest)
        {
            return;
        }

        var word = text.Text(token);
        for (var given = 0; given < word.Length - 4; given++)
        {
            if (char.IsAsciiLetterUpper(word[given]) && Part(word, given) is > 1 and var length && Is(word.Slice(given, length), WordClasses.Given) && IsSurname(word[(given + length)..]))
            {
                text.Spans.Add(token.Start + given, token.End, PersonalDataKind.Name);
                return;
            }
        }
    }

    // From one capital to the next.
    private static int Part(ReadOnlySpan<char> word, int start) => word[(start + 1)..].IndexOfAnyInRange('A', 'Z') is >= 0 and var next ? next + 1 : word.Length - start;

    // "Smith", "SmithJones", "OBrien", "McAllister"
    private static bool IsSurname(ReadOnlySpan<char> rest)
    {
        var length = rest.Length < 2 ? 0 : Part(rest, 0);
        if (length > 0 && length < rest.Length && rest[..length] is "O" or "Mc" or "Mac")
        {
            var whole = length + Part(rest, length);
            return Is(rest[..whole], WordClasses.AnySurname) || Is(rest[length..whole], WordClasses.AnySurname);
        }

        return length > 2 && Is(rest[..length], WordClasses.AnySurname) && (length == rest.Length || IsSurname(rest[length..]));
    }

    private static bool Is(ReadOnlySpan<char> word, WordClasses classes) => (Lexicon.Find(WordHash.OfAny(word)) & classes) != 0;
}
