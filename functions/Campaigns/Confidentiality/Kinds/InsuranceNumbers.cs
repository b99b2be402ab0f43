using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>National Insurance numbers: two letters of a prefix in use, six digits, and a letter from A to D.</summary>
internal static class InsuranceNumbers
{
    public static void Find(ReadText text)
    {
        var atoms = text.Atoms;
        for (var at = 0; at + 7 < atoms.Count; at++)
        {
            if (AtomRuns.IsLetter(atoms, at) && AtomRuns.IsLetter(atoms, at + 1) && CanBegin(text, at) && End(text, at) is > 0 and var end)
            {
                AtomRuns.Add(text, at, end, PersonalDataKind.NationalInsuranceNumber);
                at = end - 1;
            }
        }
    }

    // "NINO:QQ…" and "niQQ…": what touches it must be a word of its own.
    private static bool CanBegin(ReadText text, int at) => AtomRuns.Begins(text.Atoms, at) && text.Atoms[at + 1] is { Sign: not '/' };

    private static int End(ReadText text, int first)
    {
        var atoms = text.Atoms;
        for (var at = first + 2; at < first + 8; at++)
        {
            if (AtomRuns.DigitAt(atoms, at) < 0)
            {
                return 0;
            }
        }

        var end = first + 8;
        if (!AtomRuns.AreTogether(atoms, first, end))
        {
            return 0;
        }

        var isLabelled = (text.Classes & WordClasses.InsuranceLabel) != 0
            && (Labels.Before(text, atoms[first].Token, WordClasses.InsuranceLabel, 6) || Labels.After(text, atoms[end - 1].Token, WordClasses.InsuranceLabel, 6));
        var hasSuffix = end < atoms.Count && atoms[end].Gap != Gap.Hard && AtomRuns.IsLetter(atoms, end) && AtomRuns.Ends(atoms, end + 1) && (atoms[end].Raw <= 'D' || (isLabelled && atoms[end].Gap == Gap.None));
        if (hasSuffix && atoms[end].Gap == Gap.Soft && atoms[end].IsLower && atoms[end].Raw == 'A' && !atoms[first].IsLower)
        {
            // "AB123456 a day": the word, not the suffix.
            hasSuffix = false;
        }

        if (!hasSuffix)
        {
            return AtomRuns.Ends(atoms, end) && ((isLabelled && (!atoms[first].IsLower || Labels.Directly(text, atoms[first].Token, WordClasses.InsuranceLabel))) || (IsPrefix(atoms, first) && AtomRuns.AreUpper(atoms, first, end) && IsInPairs(atoms, first))) ? end : 0;
        }

        return isLabelled || IsPrefix(atoms, first) ? end + 1 : 0;
    }

    // AB 12 34 56, without its suffix.
    private static bool IsInPairs(Atoms atoms, int first) =>
        atoms[first + 1].Gap == Gap.None && atoms[first + 2].Gap == Gap.Soft && atoms[first + 3].Gap == Gap.None && atoms[first + 4].Gap == Gap.Soft && atoms[first + 6].Gap == Gap.Soft;

    // QQ is in every example and in no use.
    private static bool IsPrefix(Atoms atoms, int at) => (atoms[at].Raw, atoms[at + 1].Raw) switch
    {
        ('Q', 'Q') => true,
        ('D' or 'F' or 'I' or 'Q' or 'U' or 'V', _) or (_, 'D' or 'F' or 'I' or 'O' or 'Q' or 'U' or 'V') => false,
        ('B', 'G') or ('G', 'B') or ('N', 'K') or ('K', 'N') or ('T', 'N') or ('N', 'T') or ('Z', 'Z') => false,
        _ => true,
    };
}
