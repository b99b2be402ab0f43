namespace Campaigns.Confidentiality.Texts;

/// <summary>A text as the detectors see it: plain characters, its words and numbers, and where each stands in the original. One a thread, used again.</summary>
internal sealed class ReadText
{
    private const int KeptLength = 16 * 1024;

    [ThreadStatic]
    private static ReadText? _ofThread;

    private int[] _from = [];
    private int[] _to = [];
    private bool _isMapped;

    public char[] Chars { get; private set; } = new char[512];

    public int Length { get; private set; }

    public Token[] Tokens { get; private set; } = new Token[128];

    public int Count { get; private set; }

    /// <summary>What any of its words may be.</summary>
    public WordClasses Classes { get; private set; }

    public int Digits { get; private set; }

    public int DigitWords { get; private set; }

    public bool HasAt { get; private set; }

    public bool HasSlash { get; private set; }

    public bool HasTag { get; private set; }

    /// <summary>Whether the next word or number is glued to a label.</summary>
    public bool IsAfterLabel { get; set; }

    public bool HasCapital { get; private set; }

    public Atoms Atoms { get; } = new();

    /// <summary>What this round found, in plain characters.</summary>
    public FoundSpans Spans { get; } = new();

    /// <summary>What all rounds found, in the original.</summary>
    public FoundSpans Found { get; } = new();

    public static ReadText Rent(ReadOnlySpan<char> text)
    {
        var read = _ofThread is { } kept && kept.Chars.Length <= KeptLength ? kept : _ofThread = new ReadText();
        read.Read(text);
        return read;
    }

    /// <summary>Reads the plain characters as words and numbers; again after something in them was found.</summary>
    public void Tokenise()
    {
        (Count, Digits, DigitWords, Classes, HasAt, HasSlash, HasCapital, HasTag, IsAfterLabel) = (0, 0, 0, WordClasses.None, false, false, false, false, false);
        Tokeniser.Run(this);
    }

    /// <summary>Takes what was found out, each as one character, so that the rest is read exactly as it will be once it is redacted.</summary>
    public void Hide()
    {
        Map();
        var (at, length) = (0, 0);
        for (var span = 0; span < Spans.Count; span++)
        {
            var (start, end) = (Spans[span].Start, Spans[span].End);
            var kept = start - at;
            Chars.AsSpan(at, kept).CopyTo(Chars.AsSpan(length));
            _from.AsSpan(at, kept).CopyTo(_from.AsSpan(length));
            _to.AsSpan(at, kept).CopyTo(_to.AsSpan(length));
            length += kept;
            (Chars[length], _from[length], _to[length]) = (Characters.Found, _from[start], _to[end - 1]);
            (at, length) = (end, length + 1);
        }

        var rest = Length - at;
        Chars.AsSpan(at, rest).CopyTo(Chars.AsSpan(length));
        _from.AsSpan(at, rest).CopyTo(_from.AsSpan(length));
        _to.AsSpan(at, rest).CopyTo(_to.AsSpan(length));
        Length = length + rest;
        Tokenise();
    }

    public ref Token Add()
    {
        if (Count == Tokens.Length)
        {
            var more = Tokens;
            Array.Resize(ref more, Count * 2);
            Tokens = more;
        }

        ref var token = ref Tokens[Count++];
        token = default;
        return ref token;
    }

    public void Note(in Token token)
    {
        Classes |= token.Classes;
        Digits += token.Kind == TokenKind.Number ? token.Length : 0;
        DigitWords += token.Is(WordClasses.Digit) ? 1 : 0;
        HasCapital |= token.IsCapitalised;
    }

    public void NoteSign(char sign)
    {
        HasAt |= sign == '@';
        HasSlash |= sign == '/';
        HasTag |= sign == '#';
    }

    public ReadOnlySpan<char> Text(in Token token) => Chars.AsSpan(token.Start, token.Length);

    /// <summary>What stands between a token and the next one.</summary>
    public ReadOnlySpan<char> GapAfter(int token) =>
        token < 0 ? Chars.AsSpan(0, Count > 0 ? Tokens[0].Start : Length)
        : Chars.AsSpan(Tokens[token].End, (token + 1 < Count ? Tokens[token + 1].Start : Length) - Tokens[token].End);

    /// <summary>The original's part that a part of the plain characters stands for.</summary>
    public (int Start, int End) Original(int start, int end) => _isMapped ? (_from[start], _to[end - 1]) : (start, end);

    // A text that stands as it is needs no way back until something is taken out of it.
    private void Map()
    {
        if (_isMapped)
        {
            return;
        }

        MakeRoom(Length);
        for (var at = 0; at < Length; at++)
        {
            (_from[at], _to[at]) = (at, at + 1);
        }

        _isMapped = true;
    }

    private void MakeRoom(int length)
    {
        if (_from.Length < length)
        {
            (_from, _to) = (new int[Chars.Length], new int[Chars.Length]);
        }
    }

    private void Read(ReadOnlySpan<char> text)
    {
        if (Chars.Length < text.Length)
        {
            Chars = new char[text.Length * 5 / 4];
        }

        _isMapped = !PlainText.IsPlain(text);
        if (!_isMapped)
        {
            text.CopyTo(Chars);
            Length = text.Length;
        }
        else
        {
            MakeRoom(text.Length);
            Length = PlainText.Write(text, Chars, _from, _to);
        }

        Tokenise();
    }
}
