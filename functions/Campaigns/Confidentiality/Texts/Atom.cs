namespace Campaigns.Confidentiality.Texts;

/// <summary>One letter or digit of a text that holds digits; a digit that is spelled out is one too.</summary>
internal struct Atom
{
    /// <summary>The letter in upper case or the digit; zero for a word that can be part of no number.</summary>
    public char Raw;

    /// <summary>The digit, also of a letter among digits that is meant for one; otherwise -1.</summary>
    public sbyte Digit;

    public Gap Gap;
    public bool IsSpelled;
    public bool IsLower;

    /// <summary>The sign that stands before it, or a space.</summary>
    public char Sign;

    public int Start;
    public int End;
    public int Token;
}

/// <summary>What stands before an atom.</summary>
internal enum Gap : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A few characters that people part digits with.</summary>
    Soft,

    /// <summary>Anything else.</summary>
    Hard,
}
