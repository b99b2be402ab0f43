namespace Campaigns.Insight.Embedded;

/// <summary>How much each rule weighs. Every rule multiplies, or adds in the direction of what it finds: none knows good from bad.</summary>
internal static class Weights
{
    /// <summary>What a negation makes of the word it turns: "not good" is less than "bad".</summary>
    public const double Negation = -0.74;

    /// <summary>How many words a negation reaches, function words not counted.</summary>
    public const int NegationReach = 2;

    /// <summary>How much of its own valence a negation keeps that has nothing to turn.</summary>
    public const double Unresolved = 1.3;

    /// <summary>What capitals add among small letters.</summary>
    public const double Capitals = 0.733;

    /// <summary>What a drawn-out letter adds.</summary>
    public const double DrawnOut = 0.3;

    /// <summary>What an exclamation mark adds, up to <see cref="MostExclamations"/>.</summary>
    public const double Exclamation = 0.292;

    /// <summary>More exclamation marks add nothing.</summary>
    public const int MostExclamations = 4;

    /// <summary>What stands before a "but" in its sentence.</summary>
    public const double BeforeContrast = 0.5;

    /// <summary>What stands after it.</summary>
    public const double AfterContrast = 1.5;

    /// <summary>A sentence that asks.</summary>
    public const double Question = 0.7;

    /// <summary>A text that asks somewhere.</summary>
    public const double AskedText = 0.9;

    /// <summary>A word that is part of a name.</summary>
    public const double Name = 0.3;

    /// <summary>The larger, the slower a sum nears 1.</summary>
    public const double Flattening = 15;

    /// <summary>Scores nearer to 0 are neutral, on both sides.</summary>
    public const double Border = 0.2;

    /// <summary>A mixed text has at least so much on each side,</summary>
    public const double MixedMass = 2;

    /// <summary>the lesser side is at least this share of the greater,</summary>
    public const double MixedShare = 0.7;

    /// <summary>and the score is nearer to 0 than this.</summary>
    public const double MixedBorder = 0.5;
}
