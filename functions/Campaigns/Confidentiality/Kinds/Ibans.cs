using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>International account numbers: a country, two check digits, and letters and digits that come out at 1 by modulus 97.</summary>
internal static class Ibans
{
    private const int Fewest = 15;
    private const int Most = 34;

    public static void Find(ReadText text)
    {
        var atoms = text.Atoms;
        for (var at = 0; at + Fewest <= atoms.Count; at++)
        {
            if (AtomRuns.IsLetter(atoms, at) && AtomRuns.IsLetter(atoms, at + 1) && AtomRuns.IsDigit(atoms, at + 2) && AtomRuns.IsDigit(atoms, at + 3)
                && AtomRuns.Begins(atoms, at) && End(text, at) is > 0 and var end)
            {
                AtomRuns.Add(text, at, end, PersonalDataKind.BankNumber);
                at = end - 1;
            }
        }
    }

    private static int End(ReadText text, int first)
    {
        var atoms = text.Atoms;
        var isLabelled = Labels.Near(text, atoms[first].Token, atoms[first + 3].Token, WordClasses.BankLabel, 4);
        var (end, remainder, at) = (0, 0, first + 4);
        for (; at < atoms.Count && at < first + Most && atoms[at].Gap != Gap.Hard && atoms[at].Raw != '\0'; at++)
        {
            remainder = Checksums.Next97(remainder, atoms[at].Raw);
            if (at + 1 - first >= Fewest && AtomRuns.Ends(atoms, at + 1) && Whole(atoms, first, remainder) == 1)
            {
                end = at + 1;
            }
        }

        var isBritish = (atoms[first].Raw, atoms[first + 1].Raw) == ('G', 'B') && AtomRuns.IsLetter(atoms, first + 4) && AtomRuns.AreTogether(atoms, first, first + 22) && IsRest(atoms, first + 8, first + 22);
        return end > 0 ? end : isBritish ? first + 22 : isLabelled && at - first >= Fewest ? at : 0;
    }

    private static int Whole(Atoms atoms, int first, int remainder)
    {
        for (var at = first; at < first + 4; at++)
        {
            remainder = Checksums.Next97(remainder, atoms[at].Raw);
        }

        return remainder;
    }

    private static bool IsRest(Atoms atoms, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (!AtomRuns.IsDigit(atoms, at))
            {
                return false;
            }
        }

        return true;
    }
}
