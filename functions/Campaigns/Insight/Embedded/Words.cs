namespace Campaigns.Insight.Embedded;

/// <summary>Words in a text.</summary>
internal static class Words
{
    /// <summary>Longer words are cut: the lexicon has none.</summary>
    private const int Longest = 64;

    /// <summary>Whether a word may begin or go on with this.</summary>
    /// <param name="character">A UTF-16 unit.</param>
    public static bool IsPart(char character) => char.IsAscii(character)
        ? char.IsAsciiLetterOrDigit(character)
        : char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark && character is not ('\uFE0E' or '\uFE0F' or '\u20E3');

    /// <summary>Reads the word at the front of a text.</summary>
    /// <param name="text">The text from there on.</param>
    /// <param name="lexicon">What words there are.</param>
    /// <param name="tokens">Where it goes.</param>
    /// <param name="before">What stands before it; for the next token when this returns.</param>
    /// <returns>How long it is.</returns>
    public static int Read(scoped ReadOnlySpan<char> text, Lexicon lexicon, ref Tokens tokens, ref TokenKinds before)
    {
        var length = LengthOf(text);
        if (Skipped.Domain(text[length..]) is > 0 and var domain)
        {
            before |= TokenKinds.AfterBreak;
            return length + domain;
        }

        Add(text[..length], lexicon, ref tokens, before);
        before = TokenKinds.None;
        return length;
    }

    /// <summary>Adds one word.</summary>
    /// <param name="word">As it is written.</param>
    /// <param name="lexicon">What words there are.</param>
    /// <param name="tokens">Where it goes.</param>
    /// <param name="kinds">How it stood.</param>
    /// <returns>Whether the lexicon knows it.</returns>
    public static bool Add(scoped ReadOnlySpan<char> word, Lexicon lexicon, ref Tokens tokens, TokenKinds kinds)
    {
        Span<char> lower = stackalloc char[Longest];
        var length = Math.Min(word.Length, Longest);
        var (capitals, letters, run, longestRun) = (0, 0, 0, 0);
        for (var at = 0; at < length; at++)
        {
            var small = char.ToLowerInvariant(word[at]);
            capitals += small != word[at] ? 1 : 0;
            letters += char.IsLetter(small) ? 1 : 0;
            kinds |= char.IsDigit(small) ? TokenKinds.Digits : TokenKinds.None;
            run = at > 0 && small == lower[at - 1] ? run + 1 : 1;
            longestRun = Math.Max(longestRun, run);
            lower[at] = small == '’' ? '\'' : small;
        }

        kinds |= (letters > 0 ? TokenKinds.Letters : TokenKinds.None) | (capitals > 1 && capitals == letters ? TokenKinds.Capitals : TokenKinds.None)
            | (capitals == 1 && letters > 1 && char.IsUpper(word[0]) ? TokenKinds.Titled : TokenKinds.None);
        var normal = lower[..length];
        var number = lexicon.Find(normal);
        if (number < 0 && length > 2 && normal[^1] == 's' && normal[^2] == '\'')
        {
            normal = normal[..^2];
            number = lexicon.Find(normal);
        }

        if (longestRun > 2 && letters > 0 && number < 0)
        {
            kinds |= TokenKinds.DrawnOut;
            for (var most = 2; most >= 1 && number < 0; most--)
            {
                normal = normal[..Shorten(normal, most)];
                number = lexicon.Find(normal);
            }
        }

        tokens.Add(normal, number, kinds);
        return number >= 0;
    }

    private static int LengthOf(ReadOnlySpan<char> text)
    {
        var end = 1;
        while (end < text.Length
            && (IsPart(text[end])
                || (text[end] is '\'' or '’' && end + 1 < text.Length && char.IsLetter(text[end + 1]))
                // "f***", "sh*t".
                || (text[end] == '*' && char.IsLetter(text[0]) && end < 6)))
        {
            end++;
        }

        return end;
    }

    private static int Shorten(Span<char> word, int most)
    {
        var (kept, run) = (0, 0);
        for (var at = 0; at < word.Length; at++)
        {
            run = at > 0 && kept > 0 && word[at] == word[kept - 1] ? run + 1 : 1;
            if (run <= most)
            {
                word[kept++] = word[at];
            }
        }

        return kept;
    }
}
