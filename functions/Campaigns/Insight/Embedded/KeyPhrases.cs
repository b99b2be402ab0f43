namespace Campaigns.Insight.Embedded;

/// <summary>
/// What a text speaks of: one to three words that stand between function words and punctuation. Hashtags are counted on their own and are no
/// phrases; links, handles and placeholders never are tokens.
/// </summary>
internal static class KeyPhrases
{
    /// <summary>Texts have no more phrases than this.</summary>
    public const int Most = 6;

    private const int MostWords = 3;
    private const int ShortestAlone = 4;

    /// <summary>The phrases of a text, each once, in their order.</summary>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="lexicon">Which words are function words.</param>
    public static IReadOnlyList<string> Of(scoped in Tokens tokens, Lexicon lexicon)
    {
        List<string>? phrases = null;
        for (var first = 0; first < tokens.Count && phrases is not { Count: >= Most };)
        {
            var end = first;
            while (end < tokens.Count && IsContent(tokens, end, lexicon) && (end == first || !tokens.All[end].Is(TokenKinds.AfterBreak)))
            {
                end++;
            }

            AddRun(tokens, first, end, lexicon, ref phrases);
            first = Math.Max(end, first + 1);
        }

        return phrases ?? [];
    }

    /// <summary>Up to three words are one phrase; of more, each two that follow each other are: longer ones are never said twice.</summary>
    private static void AddRun(scoped in Tokens tokens, int first, int end, Lexicon lexicon, ref List<string>? phrases)
    {
        var length = end - first;
        if (length == 1 && (tokens.All[first].Length < ShortestAlone || IsMood(tokens.All[first], lexicon)))
        {
            return;
        }

        var words = length <= MostWords ? length : 2;
        for (var at = first; length > 0 && at + words <= end && phrases is not { Count: >= Most }; at++)
        {
            var phrase = tokens.TextOf(at, at + words - 1).ToString();
            phrases ??= [];
            if (!phrases.Contains(phrase))
            {
                phrases.Add(phrase);
            }
        }
    }

    private static bool IsContent(scoped in Tokens tokens, int at, Lexicon lexicon)
    {
        ref readonly var token = ref tokens.All[at];
        if (!token.Is(TokenKinds.Letters) || token.Is(TokenKinds.Hashtag | TokenKinds.Sign | TokenKinds.Digits) || token.Length is < 2 or > Lexicon.LongestWord)
        {
            return false;
        }

        return token.Number < 0 || !(lexicon[token.Number] is var word && (word.Is(WordKinds.Function | WordKinds.Negator | WordKinds.Contrast) || word.Boost != 0));
    }

    /// <summary>Words like "great" are counted as sentiment; alone they tell no topic.</summary>
    private static bool IsMood(in Token token, Lexicon lexicon) => token.Number >= 0 && Math.Abs(lexicon[token.Number].Valence) >= 1;
}
