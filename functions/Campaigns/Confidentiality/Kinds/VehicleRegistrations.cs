using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>Registration marks of vehicles. Words and doses look much like the older ones, so those need capitals and more digits, or a label.</summary>
internal static class VehicleRegistrations
{
    private const int Near = 7;

    public static void Find(ReadText text)
    {
        var atoms = text.Atoms;
        for (var at = 0; at + 3 < atoms.Count; at++)
        {
            if (AtomRuns.IsLetter(atoms, at) && AtomRuns.Begins(atoms, at) && End(text, at) is > 0 and var end)
            {
                AtomRuns.Add(text, at, end, PersonalDataKind.VehicleRegistration);
                at = end - 1;
            }
        }
    }

    private static int End(ReadText text, int first)
    {
        var atoms = text.Atoms;
        var letters = Run(atoms, first, 3, false);
        var digits = Run(atoms, first + letters, 4, true);
        if (letters == 0 || digits == 0)
        {
            return 0;
        }

        var more = Run(atoms, first + letters + digits, 3, false);
        var last = first + letters + digits;
        var isLabelled = new Lazy(text, atoms[first].Token, atoms[Math.Min(last + more, atoms.Count) - 1].Token);
        return (letters, digits, more) switch
        {
            (2, 2, 3) => Ends(atoms, last + 3) && AtomRuns.AreTogether(atoms, first, last + 3) && IsCurrent(text, first, ref isLabelled) ? last + 3 : 0,
            (1, <= 3, 3) => Fits(text, first, last + 3) && IsPrefix(text, first, digits, last, ref isLabelled) ? last + 3 : 0,
            (3, <= 3, >= 1) when Ends(atoms, last + 1) => Fits(text, first, last + 1) && IsSuffix(text, first, digits, last, ref isLabelled) ? last + 1 : 0,
            ( >= 2, _, _) when Ends(atoms, last) => Fits(text, first, last) && IsNorthernIrish(text, first, letters, digits, ref isLabelled) ? last : 0,
            _ => 0,
        };
    }

    private static int Run(Atoms atoms, int from, int most, bool isDigits)
    {
        var length = 0;
        while (length < most && from + length < atoms.Count && (length == 0 || atoms[from + length].Gap != Gap.Hard) && (isDigits ? AtomRuns.IsDigit(atoms, from + length) : AtomRuns.IsLetter(atoms, from + length)))
        {
            length++;
        }

        return length;
    }

    private static bool Ends(Atoms atoms, int after) => AtomRuns.Ends(atoms, after);

    private static bool Fits(ReadText text, int first, int end)
    {
        for (var at = first + 1; at < end && at < text.Atoms.Count; at++)
        {
            if (text.Atoms[at] is { Gap: Gap.Soft, Sign: '/' or ',' or '.' or ':' or '\'' or '=' or ';' } && !text.Atoms[first].IsSpelled && !(text.Atoms[at].Sign == '.' && AtomRuns.AreSpaced(text.Atoms, first, end)))
            {
                return false;
            }
        }

        return Ends(text.Atoms, end) && AtomRuns.AreTogether(text.Atoms, first, end);
    }

    // AB12 CDE: the letters never I, Q (and no Z before the digits), the digits 02 to 29 or 51 to 79.
    private static bool IsCurrent(ReadText text, int first, ref Lazy isLabelled)
    {
        var atoms = text.Atoms;
        var age = ((atoms[first + 2].Raw - '0') * 10) + atoms[first + 3].Raw - '0';
        if (age is < 2 or (> 30 and < 51) or > 80 || atoms[first].Raw is 'I' or 'Q' or 'Z' || atoms[first + 1].Raw is 'I' or 'Q' or 'Z' || atoms[first + 4].Raw is 'I' or 'Q' || atoms[first + 5].Raw is 'I' or 'Q' || atoms[first + 6].Raw is 'I' or 'Q')
        {
            return false;
        }

        if (isLabelled.Value && (atoms[first + 4].Gap == Gap.None || AtomRuns.AreUpper(atoms, first + 4, first + 7) || !IsWord(text, first + 4) || IsCalledOne(text, first)))
        {
            return true;
        }

        var isWhole = AtomRuns.Touch(atoms, first, first + 4) && AtomRuns.Touch(atoms, first + 4, first + 7);
        return isWhole
            ? atoms[first + 4].Gap == Gap.None || AtomRuns.AreUpper(atoms, first, first + 7) || !IsWord(text, first + 4)
            : AtomRuns.AreUpper(atoms, first, first + 7);
    }

    // A123 BCD
    private static bool IsPrefix(ReadText text, int first, int digits, int last, ref Lazy isLabelled)
    {
        var atoms = text.Atoms;
        if (atoms[first].Raw is 'I' or 'O' or 'U' or 'Z' || atoms[first + 1].Raw == '0')
        {
            return false;
        }

        var isWhole = AtomRuns.Touch(atoms, first, last) && AtomRuns.Touch(atoms, last, last + 3);
        return isLabelled.Value ? (isWhole && (!IsWord(text, last) || IsCalledOne(text, first)) && !IsMixed(atoms, first, last + 3)) || AtomRuns.AreUpper(atoms, first, last + 3)
            : AtomRuns.AreUpper(atoms, first, last + 3) && !IsWord(text, last) && (isWhole || AtomRuns.AreSpaced(atoms, first, last + 3)) && (digits == 3 || (digits == 2 && !IsUsual(atoms, first)));
    }

    // ABC 123D
    private static bool IsSuffix(ReadText text, int first, int digits, int last, ref Lazy isLabelled)
    {
        var atoms = text.Atoms;
        if (atoms[last].Raw is 'I' or 'O' or 'Q' or 'U' or 'Z')
        {
            return false;
        }

        var isWhole = AtomRuns.Touch(atoms, first, first + 3) && AtomRuns.Touch(atoms, first + 3, last + 1);
        return isLabelled.Value ? (isWhole && (!IsWord(text, first) || IsCalledOne(text, first)) && !IsMixed(atoms, first, last + 1)) || AtomRuns.AreUpper(atoms, first, last + 1)
            : AtomRuns.AreUpper(atoms, first, last + 1) && !IsWord(text, first) && (isWhole || AtomRuns.AreSpaced(atoms, first, last + 1)) && digits >= 2 && !(digits == 2 && atoms[last].Raw is 'K' or 'M' or 'G' or 'B' or 'C');
    }

    // AIZ 1234: the second and third letter are a county's, nearly all with an I or a Z.
    private static bool IsNorthernIrish(ReadText text, int first, int letters, int digits, ref Lazy isLabelled)
    {
        var atoms = text.Atoms;
        var isWhole = AtomRuns.Touch(atoms, first, first + letters) && AtomRuns.Touch(atoms, first + letters, first + letters + digits);
        if (!AtomRuns.AreUpper(atoms, first, first + letters) && ((IsWord(text, first) && !IsCalledOne(text, first)) || !isLabelled.Value))
        {
            return false;
        }

        if (!(isWhole || AtomRuns.AreSpaced(atoms, first, first + letters + digits)))
        {
            return false;
        }

        var county = atoms[first + letters - 2].Raw is 'I' or 'Z' || atoms[first + letters - 1].Raw is 'I' or 'Z';
        if (isLabelled.Value)
        {
            return (county || (letters == 3 && AtomRuns.AreUpper(atoms, first, first + letters) && IsCalledOne(text, first))) && digits >= 3;
        }

        var isYear = digits == 4 && (atoms[first + letters].Raw, atoms[first + letters + 1].Raw) is ('1', '9') or ('2', '0');
        return letters == 3 && county && digits >= 3 && !isYear && AtomRuns.AreUpper(atoms, first, first + letters) && !IsWord(text, first);
    }

    // B12, T4, P45, C19, M25: what people write without a vehicle in mind.
    private static bool IsUsual(Atoms atoms, int first) => (atoms[first].Raw, atoms[first + 1].Raw, atoms[first + 2].Raw) is ('B', '1', '2') or ('P', '4' or '6', '5' or '0') or ('C', '1', '9') or ('M', _, _) or ('Q', '1', '0') or ('A', _, _) or ('S', '4', '0');

    // "my reg is" right before it: then a word in it is none.
    private static bool IsCalledOne(ReadText text, int first) => Labels.Directly(text, text.Atoms[first].Token, WordClasses.VehicleLabel);

    private static bool IsMixed(Atoms atoms, int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (AtomRuns.IsLetter(atoms, at) && atoms[at].IsLower != atoms[first].IsLower)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(ReadText text, int atom)
    {
        ref var token = ref text.Tokens[text.Atoms[atom].Token];
        return token.Is(WordClasses.Ordinary | WordClasses.AnyGiven | WordClasses.Filler | WordClasses.Unit | WordClasses.VehicleLabel | WordClasses.HealthNumberLabel);
    }

    // Looked for only where it matters.
    private struct Lazy(ReadText text, int first, int last)
    {
        private bool? _value;

        public bool Value => _value ??= Labels.Near(text, first, last, WordClasses.VehicleLabel, Near);
    }
}
