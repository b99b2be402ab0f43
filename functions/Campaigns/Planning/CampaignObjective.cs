using NodaTime;

namespace Campaigns.Planning;

/// <summary>What a campaign wants to reach, by when.</summary>
/// <param name="Metric">The figure: one that the engine makes, or the name of one that is entered by hand.</param>
/// <param name="Layer">What reaching it would show: output, outtake, outcome or impact.</param>
/// <param name="Baseline">What it was before; null where nobody knows, which is not zero.</param>
/// <param name="Target">What it is to be.</param>
/// <param name="By">The last local day on which that is in time.</param>
/// <param name="Name">What people call it, or null.</param>
/// <param name="Channel">The channel of a figure that is entered for several, or null.</param>
/// <param name="Account">The account of such a figure, or null.</param>
/// <param name="Scope">The scope of such a figure, or null.</param>
public sealed record CampaignObjective(
    string Metric, string Layer, decimal? Baseline, decimal Target, LocalDate By, string? Name, string? Channel, string? Account, string? Scope)
{
    /// <summary>Whether less is better: the target lies below what it was before.</summary>
    public bool IsToFall => Target < Baseline;
}
