using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>Numbers that a hospital gives: each has forms of its own, so what counts is the label ("MRN", "hospital no", "patient ID").</summary>
internal static class HospitalNumbers
{
    private const int MostBetween = 5;
    private const int FurthestOther = 48;

    public static void Find(ReadText text)
    {
        for (var at = 0; at < text.Count; at++)
        {
            if (text.Tokens[at].Is(WordClasses.HospitalLabel) && LabelEnd(text, at) is var end && end >= at)
            {
                Ahead(text, end);
                Behind(text, at);
            }
        }
    }

    // "MRN" says it alone; "hospital", "patient", "unit" and the like need "number", "no" or "id" after them.
    private static int LabelEnd(ReadText text, int at)
    {
        var end = at;
        while (end + 1 < text.Count && end < at + 3 && text.Tokens[end + 1].Is(WordClasses.NumberWord | WordClasses.HospitalLabel) && text.GapAfter(end).Length < 4)
        {
            end++;
        }

        var isAlone = text.Tokens[at].Is(WordClasses.NumberWord);
        return isAlone || text.Tokens[end].Is(WordClasses.NumberWord) || text.GapAfter(end).Contains('#') || (end > at && text.Tokens[at + 1].Is(WordClasses.NumberWord)) ? end : -1;
    }

    private static void Ahead(ReadText text, int label)
    {
        var token = label + 1;
        for (var between = 0; between < MostBetween && token < text.Count && text.Tokens[token].Is(WordClasses.Filler) && !IsItsLetter(text, token); between++)
        {
            token++;
        }

        var atoms = text.Atoms;
        var first = token < text.Count ? text.Tokens[token].Atom : atoms.Count;
        var (at, digits, letters) = (first, 0, 0);
        for (; at < atoms.Count && (at == first || atoms[at].Gap != Gap.Hard) && digits < 12; at++)
        {
            if (atoms[at].Digit >= 0)
            {
                digits++;
            }
            else if (digits > 0 || ++letters > 4 || !AtomRuns.IsLetter(atoms, at))
            {
                break;
            }
        }

        Keep(text, first, at, digits, letters);
        Others(text, first, at);
    }

    // "… is 4471028, not 4471082": what is shaped alike a little later.
    private static void Others(ReadText text, int first, int end)
    {
        var atoms = text.Atoms;
        for (var at = end; at < atoms.Count - (end - first) + 1 && at < end + FurthestOther; at++)
        {
            var alike = 0;
            while (AtomRuns.Begins(atoms, at) && first + alike < end && (atoms[at + alike].Digit >= 0) == (atoms[first + alike].Digit >= 0) && atoms[at + alike].Raw != '\0' && (alike == 0 || atoms[at + alike].Gap == atoms[first + alike].Gap))
            {
                alike++;
            }

            if (alike == end - first && alike > 4 && AtomRuns.Ends(atoms, at + alike))
            {
                AtomRuns.Add(text, at, at + alike, PersonalDataKind.HospitalNumber);
                return;
            }
        }
    }

    private static void Keep(ReadText text, int first, int end, int digits, int letters)
    {
        if (digits >= (letters > 0 ? 3 : 4))
        {
            var atoms = text.Atoms;
            end += end < atoms.Count && atoms[end].Gap == Gap.None && AtomRuns.IsLetter(atoms, end) && AtomRuns.Ends(atoms, end + 1) ? 1 : 0;
            AtomRuns.Add(text, first, end, PersonalDataKind.HospitalNumber);
        }
    }

    // "A1234567", "S 7 9 3 7 2 2": a small word that is the number's letter.
    private static bool IsItsLetter(ReadText text, int token) => token + 1 < text.Count && (text.GapAfter(token).IsEmpty
        || (text.Tokens[token] is { Length: 1, IsCapitalised: true } && (text.Tokens[token + 1].Kind == TokenKind.Number || text.Tokens[token + 1].Is(WordClasses.Digit))));

    // "K123456 is my hospital number"
    private static void Behind(ReadText text, int label)
    {
        var token = label - 1;
        if (!Labels.Before(text, label, WordClasses.Copula, MostBetween))
        {
            return;
        }

        for (var between = 0; between < MostBetween && token >= 0 && text.Tokens[token].Is(WordClasses.Filler); between++)
        {
            token--;
        }

        if (token < 0 || token == label - 1 || text.Tokens[token].Kind != TokenKind.Number)
        {
            return;
        }

        var atoms = text.Atoms;
        var end = text.Tokens[token + 1].Atom;
        var (first, digits, letters) = (end, 0, 0);
        while (first > 0 && (first == end || atoms[first].Gap == Gap.None || (atoms[first].Gap == Gap.Soft && letters == 0 && atoms[first - 1].Digit >= 0)) && digits < 12 && letters < 4)
        {
            if (atoms[first - 1].Digit >= 0 && letters == 0)
            {
                digits++;
            }
            else if (AtomRuns.IsLetter(atoms, first - 1))
            {
                letters++;
            }
            else
            {
                break;
            }

            first--;
        }

        Keep(text, first, end, digits, letters);
    }
}
