using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>
/// Whole postcodes: an area that exists, a district in one of the forms A9, A99, A9A, AA9, AA99, AA9A, and an inward part whose letters
/// are never C, I, K, M, O or V. A district alone is no more than a place.
/// </summary>
internal static class Postcodes
{
    private const string InwardLetters = "ABDEFGHJLNPQRSTUWXYZ";

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Areas = new HashSet<string>(
        ("AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE "
        + "KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB "
        + "W WA WC WD WF WN WR WS WV YO ZE").Split(' '), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static void Find(ReadText text)
    {
        var atoms = text.Atoms;
        for (var at = 0; at + 4 < atoms.Count; at++)
        {
            if (AtomRuns.IsLetter(atoms, at) && AtomRuns.Begins(atoms, at) && End(text, at) is > 0 and var end)
            {
                AtomRuns.Add(text, at, end, PersonalDataKind.Postcode);
                at = end - 1;
            }
        }
    }

    private static int End(ReadText text, int first)
    {
        var atoms = text.Atoms;
        var at = first + 1;
        at += AtomRuns.IsLetter(atoms, at) ? 1 : 0;
        var letters = at - first;
        if (!AtomRuns.IsDigit(atoms, at))
        {
            return 0;
        }

        Span<char> area = stackalloc char[2];
        (area[0], area[^1]) = (atoms[first].Raw, atoms[at - 1].Raw);
        if (!Areas.Contains(area[..letters]))
        {
            return 0;
        }

        // The longest district first: "M1 1AE" against "M11 AE".
        for (var more = 1; more >= 0; more--)
        {
            var inward = at + 1 + more;
            if ((more == 0 || AtomRuns.IsDigit(atoms, at + 1) || AtomRuns.IsLetter(atoms, at + 1)) && IsInward(atoms, inward) && IsWritten(text, first, inward, inward + 3))
            {
                return inward + 3;
            }
        }

        return 0;
    }

    private static bool IsInward(Atoms atoms, int at) =>
        at + 2 < atoms.Count && AtomRuns.IsDigit(atoms, at) && InwardLetters.Contains(atoms[at + 1].Raw, StringComparison.Ordinal) && InwardLetters.Contains(atoms[at + 2].Raw, StringComparison.Ordinal);

    private static bool IsWritten(ReadText text, int first, int inward, int end)
    {
        var atoms = text.Atoms;
        if (!AtomRuns.Ends(atoms, end) || !AtomRuns.AreTogether(atoms, first, end))
        {
            return false;
        }

        var isLabelled = (text.Classes & WordClasses.PostcodeLabel) != 0 && Labels.Before(text, atoms[first].Token, WordClasses.PostcodeLabel, 4);
        if (AtomRuns.Touch(atoms, first, inward) && AtomRuns.Touch(atoms, inward, end))
        {
            return isLabelled || !IsDose(text, first, inward, end);
        }

        // Spelled out or one by one: capitals or a label, lest it be a sentence.
        return isLabelled || ((AtomRuns.AreSpaced(atoms, first, end) || AtomRuns.AnySpelled(atoms, first, end) || IsSplit(atoms, first, inward, end)) && AtomRuns.AreUpper(atoms, first, end));
    }

    // "SW 1A 1AA": the area apart.
    private static bool IsSplit(Atoms atoms, int first, int inward, int end) => AtomRuns.Touch(atoms, inward, end) && inward - first > 2;

    // "B12 2nd dose", "b6 5ug": a vitamin, and what is said of it.
    private static bool IsDose(ReadText text, int first, int inward, int end)
    {
        var atoms = text.Atoms;
        var (digit, one, two) = (atoms[inward].Raw, atoms[inward + 1].Raw, atoms[inward + 2].Raw);
        var isOrdinal = (digit, one, two) is ('1', 'S', 'T') or ('2', 'N', 'D') or ('3', 'R', 'D') or ( >= '4' or '0', 'T', 'H');
        var isUnit = (one, two) is ('U', 'G') or ('P', 'T') or ('L', 'B') or ('H', 'R') or ('Y', 'R') or ('G', 'B') or ('D', 'P') or ('F', 'T') or ('W', 'K') or ('T', 'B') or ('P', 'P') or ('A', 'D') or ('U', 'S') or ('A', 'Y') or ('X', 'X');
        var isVitamin = atoms[first].Raw == 'B' && AtomRuns.IsDigit(atoms, first + 1);
        return atoms[inward + 1].IsLower && ((isVitamin && (isOrdinal || isUnit)) || (isOrdinal && AtomRuns.IsDigit(atoms, first + 1) && atoms[inward].Gap != Gap.None));
    }
}
