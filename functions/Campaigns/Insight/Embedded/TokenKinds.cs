namespace Campaigns.Insight.Embedded;

/// <summary>How a token stood in its text.</summary>
[Flags]
internal enum TokenKinds : ushort
{
    None = 0,

    /// <summary>It has letters.</summary>
    Letters = 1,

    /// <summary>All its letters are capitals, and there are at least two.</summary>
    Capitals = 2,

    /// <summary>Some letter is drawn out: "soooo".</summary>
    DrawnOut = 4,

    /// <summary>It is, or is part of, a hashtag.</summary>
    Hashtag = 8,

    /// <summary>Punctuation, a link, a handle or a line's end stands before it.</summary>
    AfterBreak = 16,

    /// <summary>It is an emoji or an emoticon.</summary>
    Sign = 32,

    /// <summary>It has digits.</summary>
    Digits = 64,

    /// <summary>A sentence begins with it.</summary>
    AfterSentence = 128,

    /// <summary>A question mark follows it.</summary>
    Asked = 256,

    /// <summary>It begins with a capital and goes on without.</summary>
    Titled = 512,
}
