namespace Campaigns.Results.Objectives;

/// <summary>What is known of an objective's figure at a moment.</summary>
/// <param name="Pace">How it moves.</param>
/// <param name="Now">The figure; null where it is not known.</param>
/// <param name="Baseline">What it was before; null where nobody knows.</param>
/// <param name="Target">What it is to be.</param>
/// <param name="Elapsed">How much of the time until the objective's day is over, 0 to 1; below 0 before the campaign.</param>
/// <param name="Days">How many days that is.</param>
/// <param name="IsOver">Whether the objective's day is over.</param>
/// <param name="IsOfThen">Whether the figure is one of that day or before, and not of what came after it.</param>
internal sealed record Standing(Pace Pace, decimal? Now, decimal? Baseline, decimal Target, double Elapsed, double Days, bool IsOver, bool IsOfThen)
{
    /// <summary>Whether less is better.</summary>
    public bool IsToFall => Target < Baseline;

    /// <summary>Whether what was gained is never lost.</summary>
    public bool OnlyGrows => Pace is Pace.Accumulates or Pace.Gathers;

    /// <summary>Where the figure begins; null where that is not known.</summary>
    public decimal? From => Pace switch { Pace.Entered => Baseline, Pace.Level => null, _ => 0 };

    /// <summary>Whether the figure is what it is to be.</summary>
    public bool IsMet => Now is { } now && (IsToFall ? now <= Target : now >= Target);
}
