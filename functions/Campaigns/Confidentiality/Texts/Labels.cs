namespace Campaigns.Confidentiality.Texts;

/// <summary>Looks for a word that says what a number beside it is.</summary>
internal static class Labels
{
    /// <summary>Whether a word of the classes stands among the few words before a token.</summary>
    public static bool Before(ReadText text, int token, WordClasses classes, int most)
    {
        for (var at = token - 1; at >= 0 && most > 0; at--, most--)
        {
            ref var word = ref text.Tokens[at];
            if (word.Is(classes))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word of the classes stands among the few words after a token.</summary>
    public static bool After(ReadText text, int token, WordClasses classes, int most)
    {
        for (var at = token + 1; at < text.Count && most > 0; at++, most--)
        {
            ref var word = ref text.Tokens[at];
            if (word.Is(classes))
            {
                return true;
            }
        }

        return false;
    }

    public static bool Near(ReadText text, int first, int last, WordClasses classes, int most) =>
        (text.Classes & classes) != 0 && (Before(text, first, classes, most) || After(text, last, classes, most));

    /// <summary>
    /// Whether the words right before a token are a label of the classes, with no more than small words between:
    /// "MRN", "hospital number is", "patient id:".
    /// </summary>
    public static bool Directly(ReadText text, int token, WordClasses classes, WordClasses between = WordClasses.Filler | WordClasses.NumberWord)
    {
        for (var (at, small) = (token - 1, 0); at >= 0 && small < 6; at--, small++)
        {
            ref var word = ref text.Tokens[at];
            if (word.Kind != TokenKind.Word)
            {
                return false;
            }

            if (word.Is(classes))
            {
                return true;
            }

            if (!word.Is(between))
            {
                return false;
            }
        }

        return false;
    }
}
