namespace Campaigns.Results.Reported;

/// <summary>How the followers of one of our own accounts grew.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Account">The account.</param>
/// <param name="Scope">What of it, where entries say so.</param>
/// <param name="BaselineDate">The day of the baseline.</param>
/// <param name="Baseline">Followers then.</param>
/// <param name="Date">The day of the latest count.</param>
/// <param name="Followers">Followers then.</param>
/// <param name="Growth">How many more that is.</param>
/// <param name="GrowthPercent">That in percent of the baseline.</param>
public sealed record AccountResponse(
    string Channel, string Account, string? Scope, string? BaselineDate, decimal? Baseline, string? Date, decimal? Followers, decimal? Growth, double? GrowthPercent)
{
    /// <summary>Whose figures these are.</summary>
    public string Source { get; } = Metrics.MetricSource.SelfReported;
}
