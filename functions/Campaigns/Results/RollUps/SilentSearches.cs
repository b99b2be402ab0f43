using Campaigns.Listening.Coverage;

namespace Campaigns.Results.RollUps;

/// <summary>Tells a campaign that nobody mentioned from one that nobody looked for: of the first the figures are zero, of the other they are unknown.</summary>
internal static class SilentSearches
{
    /// <summary>
    /// Whether a campaign was searched and nothing was found. Where something was, it is on its way to be counted: that it is not there yet is not zero.
    /// </summary>
    public static async Task<bool> FoundNothingAsync(this CoverageTable coverage, string campaign, string generation, CancellationToken cancellationToken)
    {
        var (entries, _) = await coverage.ReadSearchesAsync(campaign, generation, cancellationToken);
        return entries.Any(entry => entry.State == CoverageState.Searched) && entries.All(entry => entry.Got is null or 0);
    }
}
