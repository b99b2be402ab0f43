using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>Goes through the chains of digits and asks of each run of groups which number it is: the longest answer stands.</summary>
internal static class Numbers
{
    [ThreadStatic]
    private static DigitChain? _chain;

    public static void Find(ReadText text)
    {
        var chain = _chain ??= new();
        var atoms = text.Atoms;
        for (var at = 0; at < atoms.Count;)
        {
            if (atoms[at].Digit < 0)
            {
                at++;
                continue;
            }

            at = chain.Read(atoms, at);
            Find(text, chain);
        }
    }

    private static void Find(ReadText text, DigitChain chain)
    {
        for (var from = 0; from < chain.Groups;)
        {
            var (last, kind) = Longest(text, chain, ref from);
            if (last >= 0)
            {
                Add(text, chain, from, last, kind);
                last = AddWhatOverlaps(text, chain, from, last);
            }

            from = Math.Max(last, from) + 1;
        }
    }

    // The last group of the longest number that begins with a group, or -1; where a national line begins there, the group after it is next.
    private static (int Last, PersonalDataKind Kind) Longest(ReadText text, DigitChain chain, ref int from)
    {
        var (last, kind, digits) = (-1, default(PersonalDataKind), 0);
        for (var to = from; to < chain.Groups && (digits += chain[to].Length) <= BankNumbers.MostDigits; to++)
        {
            if (digits < Telephones.FewestDigits)
            {
                continue;
            }

            if (Telephones.IsHelpline(text, chain, from, to))
            {
                from = to;
                return (-1, default);
            }

            if (Matches(text, chain, from, to, digits, out var match))
            {
                (last, kind) = (to, match);
            }
        }

        return (last, kind);
    }

    // "ring 999, 024 3295 9296": ten digits may be chance, and the number that begins among them somebody's. Both go.
    private static int AddWhatOverlaps(ReadText text, DigitChain chain, int first, int last)
    {
        var end = last;
        for (var from = first + 1; from <= last; from++)
        {
            var start = from;
            if (Longest(text, chain, ref start) is var (further, kind) && further > end)
            {
                Add(text, chain, start, further, kind);
                end = further;
            }
        }

        return end;
    }

    private static bool Matches(ReadText text, DigitChain chain, int from, int to, int digits, out PersonalDataKind kind)
    {
        if (digits == HealthNumbers.Digits && HealthNumbers.Matches(text, chain, from, to, out kind))
        {
            return true;
        }

        kind = PersonalDataKind.Telephone;
        if (Telephones.Matches(text, chain, from, to))
        {
            return true;
        }

        kind = PersonalDataKind.BankNumber;
        return BankNumbers.Matches(text, chain, from, to);
    }

    private static void Add(ReadText text, DigitChain chain, int from, int to, PersonalDataKind kind)
    {
        var (start, end) = (text.Atoms[chain[from].FirstAtom].Start, text.Atoms[chain[to].LastAtom].End);
        var chars = text.Chars;
        if (kind == PersonalDataKind.Telephone)
        {
            if (start > 0 && chars[start - 1] == '(' && chars.AsSpan(start, end - start).Contains(')'))
            {
                start--;
            }

            if (start > 1 && chars[start - 1] is ' ' or '(' && chars[start - 2] == '+')
            {
                start -= 2;
            }

            if (start > 0 && chars[start - 1] == '+')
            {
                start--;
            }

            if (start > 0 && chars[start - 1] == '(')
            {
                start--;
            }

            end = Extension(text, chain[to].Token, end);
        }

        if (start > 0 && chars[start - 1] == '#')
        {
            start--;
        }

        text.Spans.Add(start, end, kind);
    }

    // "ext. 123" belongs to the number before it.
    private static int Extension(ReadText text, int token, int end)
    {
        while (token + 1 < text.Count && text.Tokens[token].End < end)
        {
            token++;
        }

        if (token + 2 >= text.Count || text.Tokens[token + 2].Kind != TokenKind.Number || text.Tokens[token + 2].Length > 6 || text.GapAfter(token).Length > 3 || text.GapAfter(token + 1).Length > 3)
        {
            return end;
        }

        var word = text.Text(text.Tokens[token + 1]);
        return word.Equals("ext", StringComparison.OrdinalIgnoreCase) || word.Equals("extension", StringComparison.OrdinalIgnoreCase) || word.Equals("x", StringComparison.OrdinalIgnoreCase)
            ? text.Tokens[token + 2].End
            : end;
    }
}
