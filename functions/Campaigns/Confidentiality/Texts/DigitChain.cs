using System.Globalization;

namespace Campaigns.Confidentiality.Texts;

/// <summary>Digits of a text that only soft gaps part, in the groups that they are written in.</summary>
internal sealed class DigitChain
{
    private char[] _digits = new char[256];
    private Group[] _groups = new Group[128];

    public int Groups { get; private set; }

    /// <summary>Reads the chain that begins with an atom.</summary>
    /// <param name="atoms">The atoms.</param>
    /// <param name="first">Its first atom, which has a digit.</param>
    /// <returns>The atom after its last.</returns>
    public int Read(Atoms atoms, int first)
    {
        Groups = 0;
        var at = first;
        for (var digits = 0; at < atoms.Count && atoms[at].Digit >= 0 && (at == first || atoms[at].Gap != Gap.Hard); at++, digits++)
        {
            ref var atom = ref atoms[at];
            if (digits == _digits.Length)
            {
                Array.Resize(ref _digits, digits * 2);
            }

            _digits[digits] = (char)('0' + atom.Digit);
            if (at == first || atom.Gap == Gap.Soft)
            {
                if (Groups == _groups.Length)
                {
                    Array.Resize(ref _groups, Groups * 2);
                }

                _groups[Groups++] = new() { FirstAtom = at, Digits = digits, Sign = at == first ? '\0' : atom.Sign, Token = atom.Token };
            }

            ref var group = ref _groups[Groups - 1];
            (group.LastAtom, group.Length) = (at, digits - group.Digits + 1);
            group.IsSpelled |= atom.IsSpelled;
        }

        return at;
    }

    public ref Group this[int group] => ref _groups[group];

    /// <summary>The digits of some groups.</summary>
    public ReadOnlySpan<char> Digits(int from, int to) => _digits.AsSpan(_groups[from].Digits, _groups[to].Digits + _groups[to].Length - _groups[from].Digits);

    /// <summary>Whether groups have these lengths, digit by digit ("334").</summary>
    public bool IsShaped(int from, int to, ReadOnlySpan<char> shape)
    {
        if (to - from + 1 != shape.Length)
        {
            return false;
        }

        for (var at = 0; at < shape.Length; at++)
        {
            if (_groups[from + at].Length != shape[at] - '0')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether every group is one digit.</summary>
    public bool IsSpaced(int from, int to)
    {
        for (var at = from; at <= to; at++)
        {
            if (_groups[at].Length != 1 && !_groups[at].IsSpelled)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the first groups are written as a date: two short ones and a year, parted by the same sign.</summary>
    public bool BeginsWithDate(int from)
    {
        if (from + 2 >= Groups || _groups[from].IsSpelled || _groups[from + 1].Sign is ' ' or ',' || _groups[from + 1].Sign != _groups[from + 2].Sign)
        {
            return false;
        }

        return (_groups[from].Length <= 2 && _groups[from + 1].Length <= 2 && _groups[from + 2].Length is 2 or 4 && IsFrom1To(from, 31) && IsFrom1To(from + 1, 31))
            || (_groups[from].Length == 4 && _groups[from + 1].Length == 2 && _groups[from + 2].Length == 2 && IsFrom1To(from + 1, 12) && IsFrom1To(from + 2, 31));
    }

    private bool IsFrom1To(int group, int most) => int.Parse(Digits(group, group), CultureInfo.InvariantCulture) is > 0 and var value && value <= most;

    internal struct Group
    {
        public int FirstAtom;
        public int LastAtom;
        public int Digits;
        public int Length;
        public int Token;
        public char Sign;
        public bool IsSpelled;
    }
}
