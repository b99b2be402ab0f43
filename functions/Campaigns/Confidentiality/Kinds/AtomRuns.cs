using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>How the letters and digits of a mark are parted in the text.</summary>
internal static class AtomRuns
{
    /// <summary>Whether a mark can begin at an atom: nothing touches it from before.</summary>
    public static bool Begins(Atoms atoms, int at) => at == 0 || atoms[at].Gap != Gap.None;

    /// <summary>Whether a mark can end before an atom.</summary>
    public static bool Ends(Atoms atoms, int after) => after >= atoms.Count || atoms[after].Gap != Gap.None;

    /// <summary>Whether soft gaps at most part the atoms from the first to the one before the end.</summary>
    public static bool AreTogether(Atoms atoms, int first, int end)
    {
        for (var at = first + 1; at < end; at++)
        {
            if (atoms[at].Gap == Gap.Hard)
            {
                return false;
            }
        }

        return end <= atoms.Count;
    }

    /// <summary>Whether the atoms touch each other.</summary>
    public static bool Touch(Atoms atoms, int first, int end)
    {
        for (var at = first + 1; at < end; at++)
        {
            if (atoms[at].Gap != Gap.None)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether every two of the atoms are parted.</summary>
    public static bool AreSpaced(Atoms atoms, int first, int end)
    {
        for (var at = first + 1; at < end; at++)
        {
            if (atoms[at].Gap != Gap.Soft && !(atoms[at].IsSpelled && atoms[at - 1].IsSpelled))
            {
                return false;
            }
        }

        return true;
    }

    public static bool AreUpper(Atoms atoms, int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (atoms[at].IsLower)
            {
                return false;
            }
        }

        return true;
    }

    public static bool AnySpelled(Atoms atoms, int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (atoms[at].IsSpelled)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Keeps what was found, with a hash sign before it.</summary>
    public static void Add(ReadText text, int first, int end, PersonalDataKind kind)
    {
        var start = text.Atoms[first].Start;
        text.Spans.Add(start > 0 && text.Chars[start - 1] == '#' ? start - 1 : start, text.Atoms[end - 1].End, kind);
    }

    /// <summary>The digit that an atom can be read as in a place for digits, or -1.</summary>
    public static int DigitAt(Atoms atoms, int at) => atoms[at].Digit >= 0 ? atoms[at].Digit : atoms[at].Raw == 'O' ? 0 : -1;

    public static bool IsDigit(Atoms atoms, int at) => at < atoms.Count && char.IsAsciiDigit(atoms[at].Raw);

    public static bool IsLetter(Atoms atoms, int at) => at < atoms.Count && char.IsAsciiLetterUpper(atoms[at].Raw);
}
