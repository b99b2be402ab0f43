namespace Campaigns.Results.RollUps;

/// <summary>What one roll-up of a campaign wrote: its summary, days and supporters are of the same moment.</summary>
/// <param name="Summary">The summary; null before the first roll-up.</param>
/// <param name="Days">Its days, in the order of time.</param>
/// <param name="Supporters">What those said whom the campaign names, where they were asked for.</param>
public sealed record RolledUp(Summary? Summary, IReadOnlyList<DayTotals> Days, IReadOnlyList<SupporterTotals> Supporters)
{
    /// <summary>Whether supporters were asked for.</summary>
    public bool HasSupporters { get; init; }

    /// <summary>When storage took it in; null before the first one.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>The days that have mentions.</summary>
    public IReadOnlyList<DayTotals> Heard => [.. Days.Where(day => day.Totals.Mentions > 0)];
}
