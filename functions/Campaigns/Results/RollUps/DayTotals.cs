namespace Campaigns.Results.RollUps;

/// <summary>A local day that has mentions, or something that a topic or a look-alike is about.</summary>
/// <param name="Day">The day in the campaign's time zone, as <c>yyyy-MM-dd</c>.</param>
/// <param name="Totals">What its mentions come to; unions over the day, not sums over its hours.</param>
/// <param name="Hours">Its hours that have mentions, in the order of time.</param>
public sealed record DayTotals(string Day, Totals Totals, IReadOnlyList<HourTotals> Hours)
{
    /// <summary>What they come to by channel and topic; null in a roll-up of an earlier version.</summary>
    public DayParts? Parts { get; init; }
}
