using Campaigns.Listening.Cells;

namespace Campaigns.Results;

/// <summary>
/// Folds a campaign's cells into its figures. Cells come in the order of time; every figure is counted from records, none from another
/// figure, so that folding again gives the same.
/// </summary>
/// <param name="plan">What of the plan the figures depend on.</param>
/// <param name="contributors">About how many authors there will be: as many as last time.</param>
internal sealed class CampaignFold(FoldPlan plan, long contributors = 0)
{
    private readonly Tally campaign = new((int)Math.Min(contributors, 2_000_000));
    private readonly Dictionary<string, ChannelTally> channels = [];
    private readonly List<DayTotals> days = [];
    private readonly List<HourTotals> hours = [];
    private readonly Tally day = new();
    private readonly Tally hourOfDay = new();
    private string? currentDay;

    /// <summary>Adds the cell of an hour later than those before.</summary>
    public void Add(long hour, Cell cell)
    {
        if (!plan.Covers(hour))
        {
            return;
        }

        if (plan.DayOf(hour) is var next && next != currentDay)
        {
            EndDay();
            currentDay = next;
        }

        hourOfDay.Clear();
        foreach (ref readonly var record in cell.Records)
        {
            if ((record.Tags & plan.Tags) is var tags and not 0)
            {
                campaign.Add(record, tags);
                day.Add(record, tags);
                hourOfDay.Add(record, tags);
                ChannelOf(record.Channel).Add(hour, record, tags);
            }
        }

        if (!hourOfDay.IsEmpty)
        {
            hours.Add(new HourTotals(hour, hourOfDay.Total(plan.InfluencerFollowers)));
        }
    }

    /// <summary>Ends the fold.</summary>
    /// <param name="asOf">The moment before the cells were read.</param>
    public (Summary Summary, IReadOnlyList<DayTotals> Days) End(DateTimeOffset asOf)
    {
        EndDay();
        var totals = channels.OrderBy(channel => channel.Key, StringComparer.Ordinal).ToDictionary(channel => channel.Key, channel => channel.Value.Total());
        return (new Summary(asOf, plan.ToString(), campaign.Total(plan.InfluencerFollowers), totals), days);
    }

    private void EndDay()
    {
        if (!day.IsEmpty)
        {
            days.Add(new DayTotals(currentDay!, day.Total(plan.InfluencerFollowers), [.. hours]));
        }

        day.Clear();
        currentDay = null;
        hours.Clear();
    }

    private ChannelTally ChannelOf(string name)
    {
        if (!channels.TryGetValue(name, out var tally))
        {
            channels.Add(name, tally = new ChannelTally());
        }

        return tally;
    }
}
