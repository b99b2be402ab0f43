namespace Campaigns.Insight.Embedded;

/// <summary>A word, emoji or emoticon of a text.</summary>
/// <param name="Start">Where its normal form begins.</param>
/// <param name="Length">How long its normal form is.</param>
/// <param name="Number">Its number in the lexicon, or -1.</param>
/// <param name="Kinds">How it stood in the text.</param>
internal readonly record struct Token(int Start, int Length, int Number, TokenKinds Kinds)
{
    public bool Is(TokenKinds kind) => (Kinds & kind) != 0;
}
