using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>How far a name goes: initials, further names, particles, double-barrelled and Irish surnames.</summary>
internal static class NameRuns
{
    private const int MostWords = 6;

    /// <summary>The last word of the name that goes through a word.</summary>
    public static int Extend(ReadText text, int first, bool isEager = false)
    {
        var last = first;
        for (var at = first + 1; at < text.Count && at <= first + MostWords; at++)
        {
            var gap = text.GapAfter(at - 1);
            ref var token = ref text.Tokens[at];
            if (token.Kind != TokenKind.Word || token.IsInTag || !Joins(text, at - 1, gap, token))
            {
                break;
            }

            if (token.Length == 1 && gap is ['\''] && at == last + 1 && text.Chars[token.Start] is 's' or 'S')
            {
                break;
            }

            if (IsPart(text, first, at, isEager))
            {
                last = at;
            }
            else if (!(token.Is(WordClasses.Particle) || (token.Length == 1 && (gap is ['\''] || text.GapAfter(at) is ['\'']))) || at > last + 2)
            {
                break;
            }
        }

        return last <= first + 1 && SurnameFirst.End(text, first) is var listed && listed > last ? listed : last;
    }

    /// <summary>The first word of the name that a given name stands in: "Oluwaseun Grace", "Smith, John".</summary>
    public static int Begin(ReadText text, int given)
    {
        if (given == 0 || !text.Tokens[given].IsCapitalised)
        {
            return given;
        }

        ref var before = ref text.Tokens[given - 1];
        var gap = text.GapAfter(given - 1);
        if (gap is ['\''] && before is { Length: 1, IsCapitalised: true } && text.Chars[before.Start] == 'O')
        {
            return given - 1;
        }

        if (before.Kind != TokenKind.Word || before.IsInTag || before.IsInAddress || !before.IsCapitalised || before.Length < 2)
        {
            return given;
        }

        if (gap is [',', ' '] or [','])
        {
            return SurnameFirst.Begin(text, given - 1) is >= 0 and var listed ? listed : given;
        }

        var isUnknown = gap is [' '] or ['-'] && (before.Classes & ~(WordClasses.Surname | WordClasses.Given)) == 0 && before.IsUpper == text.Tokens[given].IsUpper;
        return isUnknown ? given - 1 : given;
    }

    // "my name is iain price!": nothing follows that would make a word of it.
    private static bool IsEnd(ReadText text, int at) => at + 1 >= text.Count || text.GapAfter(at) is not [' '] || NameContexts.Says(text, at + 1, "was") || NameContexts.Says(text, at + 1, "is") || NameContexts.Says(text, at + 1, "has");

    private static bool Joins(ReadText text, int before, ReadOnlySpan<char> gap, in Token next) => gap switch
    {
        [' '] or ['-'] or ['_'] or ['\''] or [' ', ' '] => true,
        ['.'] => text.Tokens[before].Length == 1 || next.Is(WordClasses.AnySurname),
        ['.', ' '] => text.Tokens[before].Length == 1,
        ['\n'] or ['\r', '\n'] or [' ', '\n'] or ['\n', ' '] or ['+'] => next.IsCapitalised && (next.Length == 1 ? text.Chars[next.Start] == 'O' && text.Chars[next.End] == '\'' : (next.Is(WordClasses.AnySurname) && !next.Is(WordClasses.Common)) || text.Tokens[before].Is(WordClasses.Particle)),
        _ => false,
    };

    private static bool IsPart(ReadText text, int first, int at, bool isEager)
    {
        ref var token = ref text.Tokens[at];
        ref var start = ref text.Tokens[first];
        if (token.Is(WordClasses.Street) && !start.Is(WordClasses.AnyGiven))
        {
            return false;
        }

        if (token.Is(WordClasses.Title | WordClasses.Person) && !token.Is(WordClasses.AnySurname))
        {
            return false;
        }

        if (!token.IsCapitalised)
        {
            // In small letters a surname must be known, or unknown as a word where a condition is spoken of.
            return !start.IsCapitalised && (token.Is(WordClasses.Surname) || token.Classes == WordClasses.SurnameWord || (token.Is(WordClasses.Given) && text.Tokens[at - 1].Is(WordClasses.Particle)) || (isEager && token.Is(WordClasses.SurnameWord) && at == first + 1 && IsEnd(text, at)) || (isEager && (token.Classes & ~WordClasses.SurnameWord) == 0 && token.Length > 2 && at == first + 1));
        }

        if (token.Length == 1)
        {
            return text.Chars[token.Start] is not ('I' or 'A') || text.GapAfter(at) is ['.', ..] || (at + 1 < text.Count && text.Tokens[at + 1].Is(WordClasses.AnySurname) && text.Tokens[at + 1].IsCapitalised);
        }

        if (token.IsUpper && !start.IsUpper && token.Length < 5 && !token.Is(WordClasses.AnySurname))
        {
            return false;
        }

        if (token.Is(WordClasses.Organisation) && at + 1 < text.Count && text.Tokens[at + 1].Kind == TokenKind.Number)
        {
            // "Kevin Okafor Ward 7 were amazing"
            return false;
        }

        return token.Is(WordClasses.AnySurname | WordClasses.AnyGiven) ? !token.Is(WordClasses.Common) || text.GapAfter(at - 1) is [' '] : !token.Is(WordClasses.Ordinary | WordClasses.Place | WordClasses.Filler | WordClasses.Introduction | WordClasses.Street);
    }
}
