namespace Campaigns.Confidentiality.Texts;

/// <summary>A run of letters or of digits in a text that was read, or something that was found in it before.</summary>
internal struct Token
{
    public int Start;
    public int End;

    /// <summary>Its first atom, where atoms were read.</summary>
    public int Atom;
    public TokenKind Kind;
    public bool IsCapitalised;
    public bool IsUpper;
    public bool IsAfterLabel;
    public bool IsInTag;
    public bool IsInAddress;
    public WordClasses Classes;

    public readonly int Length => End - Start;

    public readonly bool Is(WordClasses any) => (Classes & any) != 0;
}

internal enum TokenKind : byte
{
    Word,
    Number,

    /// <summary>Personal data that was found already: nothing looks through it.</summary>
    Found,
}
