namespace Campaigns.Confidentiality.Texts;

/// <summary>The letters and digits of a text, one by one, with what parts them.</summary>
internal sealed class Atoms
{
    private const int LongestSoftGap = 5;

    // A longer word is part of no number, mark or postcode.
    private const int LongestPart = 4;

    private Atom[] _atoms = new Atom[256];
    private ReadText _text = null!;
    private int _gapStart;

    public int Count { get; private set; }

    public ref Atom this[int at] => ref _atoms[at];

    public void Read(ReadText text)
    {
        (_text, Count, _gapStart) = (text, 0, 0);
        for (var at = 0; at < text.Count; at++)
        {
            ref var token = ref text.Tokens[at];
            token.Atom = Count;
            if (token.Kind == TokenKind.Found)
            {
                Add('\0', -1, token.Start, token.End, at);
            }
            else if (token.Kind == TokenKind.Number)
            {
                for (var unit = token.Start; unit < token.End; unit++)
                {
                    Add(text.Chars[unit], text.Chars[unit] - '0', unit, unit + 1, at);
                }
            }
            else if (IsOfPlate(at))
            {
                AddLetters(token, at);
            }
            else if (token.Is(WordClasses.Digit) && token.Length > 1 && !TouchesNumber(at) && SpelledDigits.TryRead(text, at, out var spelled))
            {
                at = AddSpelled(at, spelled);
            }
            else if (token.Length == 3 && at > 0 && text.GapAfter(at - 1) is ['-'] && text.Tokens[at - 1].Length == 1 && text.Text(token).Equals("ray", StringComparison.OrdinalIgnoreCase))
            {
                // The end of "x-ray".
                _gapStart = token.End;
                _atoms[Count - 1].End = token.End;
                _atoms[Count - 1].IsSpelled = true;
                _atoms[Count - 1].IsLower = false;
            }
            else if (token.Is(WordClasses.Phonetic) && IsAmongSpelled(at))
            {
                Add((char)(text.Chars[token.Start] & ~0x20), -1, token.Start, token.End, at).IsSpelled = true;
            }
            else if (!(token.Is(WordClasses.Separator) && Count > 0 && _atoms[Count - 1].Digit >= 0))
            {
                AddLetters(token, at);
            }
        }
    }

    // "OH72": two letters, not a nought.
    private bool TouchesNumber(int at) => _text.Tokens[at].Length < 4 && at + 1 < _text.Count && _text.Tokens[at + 1].Kind == TokenKind.Number && (_text.Tokens[at + 1].Start == _text.Tokens[at].End || (_text.Tokens[at].IsUpper && _text.Tokens[at + 1].Length > 1));

    // "AB12 TWO", "K638RAY": the letters of a plate, though they spell a digit or a letter. Two letters more, and it is a postcode that is read out.
    private bool IsOfPlate(int at)
    {
        if (at < 2 || !_text.Tokens[at].Is(WordClasses.Digit | WordClasses.Phonetic) || _text.Tokens[at] is not { Length: 3, IsUpper: true }
            || _text.Tokens[at - 1] is not { Kind: TokenKind.Number, Length: < 4 } || _text.Tokens[at - 2] is not { Kind: TokenKind.Word, Length: < 3 } area
            || _text.Text(area).ContainsAnyExceptInRange('A', 'Z') || area.End != _text.Tokens[at - 1].Start || (area.Length == 2 && _text.Tokens[at - 1].Length != 2) || _text.GapAfter(at - 1) is not ([] or [' '] or ['-']))
        {
            return false;
        }

        return !(area.Length == 1 && area.Is(WordClasses.Digit)) && !(at + 1 < _text.Count && _text.GapAfter(at) is [' '] && _text.Tokens[at + 1] is { IsUpper: true, Length: 2 });
    }

    private bool IsAmongSpelled(int at) =>
        (at > 0 && _text.Tokens[at - 1].Is(WordClasses.Phonetic | WordClasses.Digit)) || (at + 1 < _text.Count && (_text.Tokens[at + 1].Is(WordClasses.Phonetic | WordClasses.Digit) || _text.Tokens[at + 1].Length == 1));

    private int AddSpelled(int at, SpelledDigits.Spelled spelled)
    {
        var (start, end) = (_text.Tokens[at].Start, _text.Tokens[at + spelled.Tokens - 1].End);
        if (spelled.Repeats)
        {
            // "hundred" after a digit: what came before it, and then these.
            if (Count == 0 || _atoms[Count - 1].Digit < 0)
            {
                Add('\0', -1, start, end, at);
                return at;
            }
        }

        for (var token = at; token < at + spelled.Tokens; token++)
        {
            _text.Tokens[token].Atom = Count;
        }

        for (var digit = 0; digit < spelled.Digits.Length; digit++)
        {
            ref var atom = ref Add(spelled.Digits[digit], spelled.Digits[digit] - '0', start, end, at);
            atom.IsSpelled = true;
        }

        return at + spelled.Tokens - 1;
    }

    private void AddLetters(in Token token, int at)
    {
        if (token.Length > LongestPart)
        {
            Add('\0', -1, token.Start, token.End, at);
            return;
        }

        var isAmongDigits = token is { Length: 1, Classes: var classes } && (classes & WordClasses.Digit) != 0 || IsAmongDigits(token, at);
        for (var unit = token.Start; unit < token.End; unit++)
        {
            var letter = _text.Chars[unit];
            var digit = !isAmongDigits ? -1 : letter is 'o' or 'O' ? 0 : letter is 'l' or 'I' or 'i' ? 1 : -1;
            ref var atom = ref Add(char.IsAscii(letter) ? (char)(letter & ~0x20) : '\0', digit, unit, unit + 1, at);
            atom.IsLower = (letter & 0x20) != 0;
        }
    }

    // "O77OO 9OO I23": letters that touch digits and are shaped like one. A lone "o" among parted digits is a nought.
    private bool IsAmongDigits(in Token token, int at)
    {
        foreach (var letter in _text.Text(token))
        {
            if (letter is not ('o' or 'O' or 'l' or 'I' or 'i'))
            {
                return false;
            }
        }

        return (at > 0 && _text.Tokens[at - 1].Kind == TokenKind.Number && _text.Tokens[at - 1].End == token.Start)
            || (at + 1 < _text.Count && _text.Tokens[at + 1].Kind == TokenKind.Number && _text.Tokens[at + 1].Start == token.End);
    }

    private ref Atom Add(char raw, int digit, int start, int end, int token)
    {
        if (Count == _atoms.Length)
        {
            Array.Resize(ref _atoms, Count * 2);
        }

        ref var atom = ref _atoms[Count];
        atom = new() { Raw = raw, Digit = (sbyte)digit, Start = start, End = end, Token = token };
        (atom.Gap, atom.Sign) = Count == 0 ? (Gap.Hard, ' ') : start <= _gapStart ? (_text.Tokens[token].IsAfterLabel && start == _text.Tokens[token].Start ? Gap.Soft : Gap.None, ' ') : Between(_gapStart, start);
        (_gapStart, Count) = (end, Count + 1);
        return ref atom;
    }

    private (Gap Gap, char Sign) Between(int from, int to)
    {
        var gap = _text.Chars.AsSpan(from, to - from);
        if (gap.Length > LongestSoftGap)
        {
            // A separator that is written out ("dash") stands between, or nothing that parts digits.
            return IsSeparatorWord(from, to) ? (Gap.Soft, '-') : gap.ContainsAnyExcept(" \n\r") || gap.Length > 12 ? (Gap.Hard, ' ') : (Gap.Soft, ' ');
        }

        if (gap.Length > 1 && gap[^1] == '+')
        {
            // "…0187, +33 1 23…": the next number begins.
            return (Gap.Hard, '+');
        }

        var sign = ' ';
        foreach (var character in gap)
        {
            if (character is not (' ' or '\t' or '\n' or '\r' or '-' or '.' or '_' or '/' or '(' or ')' or '[' or ']' or ',' or ':' or '*' or '~' or '+' or '|' or '=' or ';' or '\'' or '"' or '\\' or Characters.Sign))
            {
                return IsSeparatorWord(from, to) ? (Gap.Soft, '-') : (Gap.Hard, ' ');
            }

            sign = character is ' ' or '\t' or '\n' or '\r' ? sign : character;
        }

        return (Gap.Soft, sign);
    }

    private bool IsSeparatorWord(int from, int to)
    {
        var word = _text.Chars.AsSpan(from, to - from).Trim(" []()");
        return word.Length is > 2 and < 8 && (word.Equals("dash", StringComparison.OrdinalIgnoreCase) || word.Equals("hyphen", StringComparison.OrdinalIgnoreCase)
            || word.Equals("space", StringComparison.OrdinalIgnoreCase) || word.Equals("dot", StringComparison.OrdinalIgnoreCase) || word.Equals("slash", StringComparison.OrdinalIgnoreCase)
            || word.Equals("stroke", StringComparison.OrdinalIgnoreCase) || word.Equals("point", StringComparison.OrdinalIgnoreCase));
    }
}
