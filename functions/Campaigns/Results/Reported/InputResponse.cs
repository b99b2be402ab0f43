namespace Campaigns.Results.Reported;

/// <summary>What went into a campaign, in one currency or in hours.</summary>
/// <param name="ByName">The sums of each input.</param>
/// <param name="Total">The sum of all.</param>
/// <param name="Unknown">How many entries have no known amount: the sums are over the others.</param>
/// <param name="PerUse">Divided by uses.</param>
/// <param name="PerAnswer">Divided by answers to questionnaires.</param>
public sealed record InputResponse(IReadOnlyDictionary<string, decimal?> ByName, decimal? Total, long? Unknown, double? PerUse, double? PerAnswer)
{
    /// <summary>Whose figures these are.</summary>
    public string Source { get; } = Metrics.MetricSource.SelfReported;
}
