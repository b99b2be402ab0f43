using System.Buffers;
using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>The number of a house: what speaks for and against one, and what stands before it.</summary>
internal static class HouseNumbers
{
    private static readonly SearchValues<char> Between = SearchValues.Create(" ,\n\r-/");

    public static bool IsAddressed(ReadText text, int number) =>
        number > 0 && (text.GapAfter(number).Contains(',') || text.Text(text.Tokens[number - 1]) is "at" or "address" or "Address" or "live" or "lives" or "from" or "to" or "is" or "in" or "it" or "s" or "yn");

    public static bool IsYear(ReadText text, in Token token) => token.Length == 4 && token.Kind == TokenKind.Number && text.Text(token) is ['1', '9', ..] or ['2', '0', ..];

    public static bool CanStandBefore(ReadText text, int number) =>
        number == 0 || (text.GapAfter(number - 1) is var gap && !(gap.IsEmpty && text.Tokens[number - 1].Kind == TokenKind.Word && !text.Tokens[number].IsInTag) && gap is not ([.., '£' or '$' or '€'] or ['.']) && !(gap is [':'] && text.Tokens[number - 1].Kind == TokenKind.Number));

    public static bool LivesAt(ReadText text, int number)
    {
        for (var at = number - 1; at >= 0 && at >= number - 3; at--)
        {
            if (text.Text(text.Tokens[at]) is "live" or "lives" or "living" or "lived" or "address" or "Address" or "house")
            {
                return true;
            }
        }

        return false;
    }

    public static int NameEnd(ReadText text, int at)
    {
        var last = -1;
        while (at < text.Count && text.Tokens[at].IsCapitalised && !text.Tokens[at].Is(WordClasses.Ordinary) && text.GapAfter(at - 1) is [' '])
        {
            last = at++;
        }

        return last;
    }

    // Over "Flat 3B, Rose Court," before the number.
    public static int Start(ReadText text, int number)
    {
        var start = number;
        while (start > 0 && start > number - 3 && ((text.Tokens[start - 1].Kind == TokenKind.Number && text.Tokens[start - 1].Length < 4 && text.GapAfter(start - 1) is ['-'] or ['/'] or [' '] or [',', ' '] or [' ', '-', ' '])
            || (text.Tokens[start - 1].Is(WordClasses.Digit) && text.Tokens[start - 1].Length > 2 && text.GapAfter(start - 1) is [' '] or ['-'])))
        {
            start--;
        }

        for (var (at, left) = (start - 1, 5); at >= 0 && left > 0 && text.GapAfter(at) is var gap && gap.Length <= 3 && !gap.ContainsAnyExcept(Between); at--, left--)
        {
            ref var token = ref text.Tokens[at];
            if (token.Is(WordClasses.Dwelling) || (token.Is(WordClasses.HouseWord) && token.IsCapitalised && gap.IndexOfAny(',', '\n') >= 0))
            {
                start = at;
                while (token.Is(WordClasses.HouseWord) && start > 0 && text.Tokens[start - 1].IsCapitalised && text.GapAfter(start - 1) is [' '] && !text.Tokens[start - 1].Is(WordClasses.Filler))
                {
                    start--;
                }
            }
            else if (token.Kind == TokenKind.Word && token.Length > 1 && !token.IsCapitalised)
            {
                break;
            }
        }

        if (start > 0 && text.Tokens[start - 1].Is(WordClasses.NumberWord) && text.GapAfter(start - 1).Length <= 2)
        {
            start--;
        }

        var first = text.Tokens[start].Start;
        return first > 0 && text.Chars[first - 1] == '#' ? first - 1 : first;
    }
}
