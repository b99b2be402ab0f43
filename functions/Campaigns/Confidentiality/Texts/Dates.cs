using System.Buffers;
using System.Globalization;

namespace Campaigns.Confidentiality.Texts;

/// <summary>Reads a date that begins with a word or a number, in any way that people write one.</summary>
internal static class Dates
{
    private static readonly SearchValues<char> Parting = SearchValues.Create(" /-._\\\n\r,~|:");
    private static readonly SearchValues<char> Joining = SearchValues.Create(" ,.-/_\n\r'+");

    private const int Shortest = 2;

    /// <summary>Whether a date begins at a token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The token.</param>
    /// <param name="last">The date's last token.</param>
    /// <param name="hasYear">Whether it says the year.</param>
    public static bool TryRead(ReadText text, int at, out int last, out bool hasYear)
    {
        (last, hasYear) = (at, false);
        ref var token = ref text.Tokens[at];
        if (token.Kind == TokenKind.Number && token.Length <= 4 && TryNumbers(text, at, out last))
        {
            return hasYear = true;
        }

        if (token.Is(WordClasses.Month) && !(token.Is(WordClasses.Common) && !token.IsCapitalised))
        {
            return TryMonthFirst(text, at, out last, out hasYear);
        }

        if (!TryDay(text, at, out var day) || !IsClose(text, day))
        {
            return false;
        }

        var month = day + 1;
        while (month < text.Count && month <= day + 3 && (Says(text, month, "of") || Says(text, month, "day") || Says(text, month, "the")) && IsClose(text, month))
        {
            month++;
        }

        if (month >= text.Count || !text.Tokens[month].Is(WordClasses.Month))
        {
            return false;
        }

        last = month;
        hasYear = TryYear(text, month, out last);
        return true;
    }

    private static bool TryMonthFirst(ReadText text, int at, out int last, out bool hasYear)
    {
        (last, hasYear) = (at, false);
        var next = at + 1 < text.Count && Says(text, at + 1, "the") ? at + 2 : at + 1;
        if (next >= text.Count || !IsClose(text, at) || !TryDay(text, next, out var day))
        {
            return false;
        }

        last = day;
        hasYear = TryYear(text, day, out last);
        return true;
    }

    // 12, 12th, twelfth, twenty-third.
    private static bool TryDay(ReadText text, int at, out int last)
    {
        last = at;
        ref var token = ref text.Tokens[at];
        if (token.Kind == TokenKind.Number)
        {
            if (token.Length > 2 || Value(text, at) is < 1 or > 31)
            {
                return false;
            }

            if (at + 1 < text.Count && text.GapAfter(at) is [] or [' '] && text.Tokens[at + 1].Kind == TokenKind.Word
                && (Says(text, at + 1, "st") || Says(text, at + 1, "nd") || Says(text, at + 1, "rd") || Says(text, at + 1, "th")))
            {
                last = at + 1;
            }

            return true;
        }

        if (token.Is(WordClasses.Digit) && at + 1 < text.Count && text.Tokens[at + 1].Is(WordClasses.Ordinal) && IsClose(text, at))
        {
            last = at + 1;
            return true;
        }

        if (token.Is(WordClasses.Digit) && SpelledDigits.TryRead(text, at, out var spelled))
        {
            last = at + spelled.Tokens - 1;
            return spelled.Digits.Length <= 2;
        }

        return token.Is(WordClasses.Ordinal);
    }

    // 1961, 61, '61, nineteen sixty-one, two thousand and five.
    private static bool TryYear(ReadText text, int before, out int last)
    {
        last = before;
        var at = before + 1;
        if (at < text.Count && (Says(text, at, "of") || Says(text, at, "in")))
        {
            at++;
        }

        if (at >= text.Count || !IsClose(text, before))
        {
            return false;
        }

        ref var token = ref text.Tokens[at];
        if (token.Kind == TokenKind.Number)
        {
            var isYear = token.Length == Shortest || (token.Length == 4 && Value(text, at) is > 1880 and < 2100);
            last = isYear ? at : before;
            return isYear;
        }

        var spelled = 0;
        while (at < text.Count && spelled < 6 && (text.Tokens[at].Is(WordClasses.Digit) || (spelled > 0 && Says(text, at, "and"))) && (spelled == 0 || IsClose(text, at - 1)))
        {
            at++;
            spelled++;
        }

        last = spelled > 1 ? at - 1 : before;
        return spelled > 1;
    }

    // 12/03/1961, 12.3.61, 1961-03-12, 12 03 1961.
    private static bool TryNumbers(ReadText text, int at, out int last)
    {
        last = at + 2;
        if (last >= text.Count || text.Tokens[at + 1].Kind != TokenKind.Number || text.Tokens[last].Kind != TokenKind.Number || !IsParted(text.GapAfter(at)) || !IsParted(text.GapAfter(at + 1)) || text.GapAfter(at).Contains(',') != text.GapAfter(at + 1).Contains(','))
        {
            return false;
        }

        var (one, two, three) = (Value(text, at), Value(text, at + 1), Value(text, last));
        var (longOne, longThree) = (text.Tokens[at].Length == 4, text.Tokens[last].Length == 4);
        return longOne ? one is > 1880 and < 2100 && two is > 0 and < 13 && three is > 0 and < 32 && text.Tokens[last].Length <= 2
            : text.Tokens[at].Length <= 2 && text.Tokens[at + 1].Length <= 2 && (longThree ? three is > 1880 and < 2100 : text.Tokens[last].Length == 2)
                && ((one is > 0 and < 32 && two is > 0 and < 13) || (one is > 0 and < 13 && two is > 0 and < 32) || (!longThree && two is > 0 and < 13 && three is > 0 and < 32));
    }

    private static bool IsParted(ReadOnlySpan<char> gap) => gap.Length is > 0 and <= 4 && !gap.ContainsAnyExcept(Parting);

    private static bool IsClose(ReadText text, int token) => text.GapAfter(token) is var gap && gap.Length <= 4 && !gap.ContainsAnyExcept(Joining);

    private static bool Says(ReadText text, int at, string word) => text.Text(text.Tokens[at]).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static int Value(ReadText text, int at) => int.TryParse(text.Text(text.Tokens[at]), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;
}
