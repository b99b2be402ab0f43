using System.Buffers;
using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>Dates that are said to be a birth. A date of anything else is left alone: an appointment, an event, the day the NHS began.</summary>
internal static class BirthDates
{
    private static readonly SearchValues<char> Between = SearchValues.Create(" ,;|-/\n:(");

    private const int FurthestAhead = 8;
    private const int FurthestBehind = 7;

    public static void Find(ReadText text)
    {
        for (var at = 0; at < text.Count; at++)
        {
            ref var token = ref text.Tokens[at];
            if (IsBesideOthers(text, at) && Dates.TryRead(text, at, out var last, out var hasYear) && hasYear && (IsFound(text, last, last + 1) || IsSelf(text, at - 1)))
            {
                Add(text, token.Start, text.Tokens[last].End);
            }

            if (token.Is(WordClasses.BirthLabel) ? !IsOfAnOrganisation(text, at) : IsShortLabel(text, at))
            {
                if (!Ahead(text, at, token.Is(WordClasses.BirthLabel) ? FurthestAhead : 2))
                {
                    Behind(text, at);
                }
            }
        }
    }

    // "I'm 12.05.88", "Jane Smith, 12/03/1961, 943 476 5919": a date among what tells who it is.
    private static bool IsBesideOthers(ReadText text, int at) => at > 0 && (IsFound(text, at - 1, at - 1) || IsSelf(text, at - 1));

    private static bool IsFound(ReadText text, int before, int found) =>
        found < text.Count && text.Tokens[found].Kind == TokenKind.Found && text.GapAfter(before) is var gap && gap.Length <= 3 && !gap.ContainsAnyExcept(Between);

    private static bool IsSelf(ReadText text, int at) => text.Tokens[at].Length < 3 && text.Text(text.Tokens[at]) is "m" or "im" or "am" && (text.Chars[text.Tokens[at].Start] == 'i' || (at > 0 && text.Tokens[at - 1].Kind == TokenKind.Word && text.GapAfter(at - 1) is ['\''] or [' ']));

    // "b. 12/03/1961", "d.o.b 12/03/61"
    private static bool IsShortLabel(ReadText text, int at) => text.Tokens[at].Length == 1 && text.Chars[text.Tokens[at].Start] is 'b' or 'B'
        && (text.GapAfter(at) is ['.' or ':' or '-', ..] || (at > 1 && text.Tokens[at - 1].Length == 1 && text.Chars[text.Tokens[at - 1].Start] is 'o' or 'O'));

    // "The NHS was born on 5 July 1948", "our ward's birthday"
    private static bool IsOfAnOrganisation(ReadText text, int at)
    {
        if (text.Text(text.Tokens[at]) is not ("born" or "birthday" or "Birthday" or "Born"))
        {
            return false;
        }

        var before = at - 1;
        while (before >= 0 && before > at - 4 && (text.Tokens[before].Kind == TokenKind.Number || text.Text(text.Tokens[before]) is "was" or "s" or "th" or "st" or "nd" or "rd"))
        {
            before--;
        }

        return before >= 0 && before < at - 1 && (text.Tokens[before].Is(WordClasses.Organisation) || text.Text(text.Tokens[before]).Equals("NHS", StringComparison.OrdinalIgnoreCase));
    }

    private static bool Ahead(ReadText text, int label, int furthest)
    {
        for (var at = label + 1; at < text.Count && at <= label + furthest; at++)
        {
            if (text.Tokens[at].Kind == TokenKind.Found || (at > label + 1 && EndsSentence(text, at - 1)) || (text.Tokens[at].Is(WordClasses.HealthVerb | WordClasses.Event)))
            {
                return false;
            }

            if (Dates.TryRead(text, at, out var last, out var hasYear) && (hasYear || at <= label + 5))
            {
                Add(text, text.Tokens[at].Start, text.Tokens[last].End);
                return true;
            }

            if (text.Tokens[at].Kind == TokenKind.Number || text.Tokens[at].Is(WordClasses.Digit))
            {
                if (TryDigits(text, at))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // 12031961, 1 2 0 3 1 9 6 1, twelve three sixty-one: six or eight digits that make a date, right after the label.
    private static bool TryDigits(ReadText text, int token)
    {
        var atoms = text.Atoms;
        var first = text.Tokens[token].Atom;

        Span<char> digits = stackalloc char[9];
        var (end, count) = (first, 0);
        var isWhole = text.Tokens[token] is { Kind: TokenKind.Number, Length: 6 or 8 };
        for (; end < atoms.Count && atoms[end].IsSpelled == atoms[first].IsSpelled && count < (isWhole ? text.Tokens[token].Length : 9) && atoms[end].Digit >= 0 && (end == first || atoms[end].Gap != Gap.Hard); end++)
        {
            digits[count++] = (char)('0' + atoms[end].Digit);
        }

        var isDate = count switch
        {
            8 => (IsDay(digits) && IsMonth(digits[2..])) || (IsMonth(digits) && IsDay(digits[2..])) || (IsMonth(digits[4..]) && IsDay(digits[6..])),
            6 => (IsDay(digits) && IsMonth(digits[2..])) || (IsMonth(digits) && IsDay(digits[2..])) || (IsMonth(digits[2..]) && IsDay(digits[4..])),
            5 => atoms[first].IsSpelled,
            _ => false,
        };
        if (isDate)
        {
            Add(text, atoms[first].Start, atoms[end - 1].End);
        }

        return isDate;
    }

    private static bool IsDay(ReadOnlySpan<char> digits) => ((digits[0] - '0') * 10) + digits[1] - '0' is > 0 and < 32;

    private static bool IsMonth(ReadOnlySpan<char> digits) => ((digits[0] - '0') * 10) + digits[1] - '0' is > 0 and < 13;

    // "12/03/1961 is my birthday", "12 March 1961 (DOB)": nothing but small words between.
    private static void Behind(ReadText text, int label)
    {
        var between = label - 1;
        while (between >= 0 && label - between < FurthestBehind && text.Tokens[between].Is(WordClasses.Filler | WordClasses.Person | WordClasses.BirthLabel) && !text.Tokens[between].Is(WordClasses.Digit) && !EndsSentence(text, between))
        {
            between--;
        }

        if (between < 0 || (between < label - 1 && text.GapAfter(between).Contains(',')) || text.Tokens[between].Kind == TokenKind.Found)
        {
            return;
        }

        for (var at = Math.Max(0, between - 5); at <= between; at++)
        {
            if (Dates.TryRead(text, at, out var last, out _) && last == between)
            {
                Add(text, text.Tokens[at].Start, text.Tokens[last].End);
                return;
            }
        }
    }

    private static bool EndsSentence(ReadText text, int token)
    {
        var gap = text.GapAfter(token);
        return gap.IndexOfAny('!', '?') >= 0 || (gap.Length > 1 && gap[0] == '.' && gap[1] is ' ' or '\n' && text.Tokens[token].Length > 2 && !text.Tokens[token].Is(WordClasses.BirthLabel));
    }

    private static void Add(ReadText text, int start, int end)
    {
        if (start > 4 && text.Chars.AsSpan(start - 4, 4).Equals("the ", StringComparison.OrdinalIgnoreCase))
        {
            start -= 4;
        }

        if (start > 0 && text.Chars[start - 1] == '#')
        {
            start--;
        }

        text.Spans.Add(start, end, PersonalDataKind.DateOfBirth);
    }
}
