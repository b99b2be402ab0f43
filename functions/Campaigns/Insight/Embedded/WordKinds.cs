namespace Campaigns.Insight.Embedded;

/// <summary>What a word does in a text, beside its valence.</summary>
[Flags]
internal enum WordKinds : byte
{
    None = 0,

    /// <summary>It turns what follows into its opposite.</summary>
    Negator = 1,

    /// <summary>What follows it outweighs what stands before it.</summary>
    Contrast = 2,

    /// <summary>Some phrase of the lexicon begins with it.</summary>
    StartsPhrase = 4,

    /// <summary>It stands between key phrases and is never within one.</summary>
    Function = 8,

    /// <summary>It is English, or a sign that needs no language.</summary>
    Known = 16,
}
