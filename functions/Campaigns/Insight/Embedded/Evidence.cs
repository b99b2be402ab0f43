namespace Campaigns.Insight.Embedded;

/// <summary>What speaks well and what speaks ill in a text.</summary>
/// <param name="Positive">How much speaks well, from 0.</param>
/// <param name="Negative">How much speaks ill, from 0.</param>
/// <param name="Compound">Both together, from -1 to 1.</param>
public readonly record struct Evidence(double Positive, double Negative, double Compound)
{
    /// <summary>The class: its borders are symmetric, so that mirrored evidence has the mirrored class.</summary>
    public Sentiment Class =>
        IsMixed ? Sentiment.Mixed
        : Math.Abs(Compound) < Weights.Border ? Sentiment.Neutral
        : Compound > 0 ? Sentiment.Positive
        : Sentiment.Negative;

    /// <summary>How far the score is from where the class would be another: 0.5 at the border, 1 at its end. It is no probability.</summary>
    public double Confidence => Class switch
    {
        Sentiment.Mixed => Least / Most,
        Sentiment.Neutral => 1 - (Math.Abs(Compound) / Weights.Border / 2),
        _ => 0.5 + ((Math.Abs(Compound) - Weights.Border) / (1 - Weights.Border) / 2),
    };

    private bool IsMixed => Least >= Weights.MixedMass && Least >= Weights.MixedShare * Most && Math.Abs(Compound) < Weights.MixedBorder;

    private double Least => Math.Min(Positive, Negative);

    private double Most => Math.Max(Positive, Negative);
}
