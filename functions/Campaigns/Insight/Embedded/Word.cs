namespace Campaigns.Insight.Embedded;

/// <summary>What the lexicon knows of a word.</summary>
/// <param name="Valence">How well or ill it speaks, from -4 to 4.</param>
/// <param name="Boost">How much stronger (or weaker, below 0) it makes what follows.</param>
/// <param name="Kinds">What else it does.</param>
/// <param name="Languages">A bit for each language in which it is a frequent word.</param>
internal readonly record struct Word(double Valence, double Boost, WordKinds Kinds, ulong Languages)
{
    public bool Is(WordKinds kind) => (Kinds & kind) != 0;
}
