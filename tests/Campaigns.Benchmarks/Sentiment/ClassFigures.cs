namespace Campaigns.Benchmarks.Sentiment;

/// <summary>How well one class was found.</summary>
/// <param name="Label">The class.</param>
/// <param name="Precision">The share of what was called so that is so.</param>
/// <param name="Recall">The share of what is so that was called so.</param>
internal sealed record ClassFigures(string Label, double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}
