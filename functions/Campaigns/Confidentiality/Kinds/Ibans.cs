using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>International account numbers: a country, as many letters and digits as it has, and check digits that make them 1 by modulus 97.</summary>
internal static class Ibans
{
    private const int Fewest = 15;
    private const int FewestDigits = 10;

    private const string Lengths = "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29CH21CR22CY28CZ24DE22DK18DO28EE20ES24FI18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IS26IT27KW30KZ20LB28LI21LT20LU20LV21MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SE24SI19SK24SM27TN24TR26UA29VG24XK20";

    public static void Find(ReadText text)
    {
        var atoms = text.Atoms;
        for (var at = 0; at + Fewest <= atoms.Count; at++)
        {
            if (AtomRuns.IsLetter(atoms, at) && AtomRuns.IsLetter(atoms, at + 1) && AtomRuns.IsDigit(atoms, at + 2) && AtomRuns.IsDigit(atoms, at + 3)
                && AtomRuns.Begins(atoms, at) && Length(atoms, at) is > 0 and var length && IsIban(atoms, at, at + length))
            {
                // What begins within it may be the account, and this one chance: both go.
                AtomRuns.Add(text, at, at + length, PersonalDataKind.BankNumber);
            }
        }
    }

    private static int Length(Atoms atoms, int at)
    {
        Span<char> country = [atoms[at].Raw, atoms[at + 1].Raw];
        for (var known = 0; known < Lengths.Length; known += 4)
        {
            if (Lengths.AsSpan(known, 2).SequenceEqual(country))
            {
                return ((Lengths[known + 2] - '0') * 10) + Lengths[known + 3] - '0';
            }
        }

        return 0;
    }

    private static bool IsIban(Atoms atoms, int first, int end)
    {
        if (end > atoms.Count || !AtomRuns.AreTogether(atoms, first, end) || !AtomRuns.Ends(atoms, end))
        {
            return false;
        }

        var (remainder, digits) = (0, 0);
        for (var at = first + 4; at < end + 4; at++)
        {
            ref var atom = ref atoms[at < end ? at : first + at - end];
            if (atom.Raw == '\0')
            {
                return false;
            }

            digits += char.IsAsciiDigit(atom.Raw) ? 1 : 0;
            remainder = Checksums.Next97(remainder, atom.Raw);
        }

        // A British one with a slip in its check digits is still somebody's account.
        return digits >= FewestDigits && (remainder == 1 || (digits == 16 && (atoms[first].Raw, atoms[first + 1].Raw) == ('G', 'B') && AtomRuns.IsLetter(atoms, first + 4) && AtomRuns.IsLetter(atoms, first + 7)));
    }
}
