namespace Campaigns.Results.RollUps;

/// <summary>Adds a channel's parts up.</summary>
internal sealed class ChannelSums
{
    private readonly Tally tally = new();
    private long first = long.MaxValue;
    private long last = long.MinValue;

    public void Add(long hour, in PartKey key, in PartSums sums)
    {
        tally.Add(key, sums);
        (first, last) = (Math.Min(first, (hour * 3600) + sums.First), Math.Max(last, (hour * 3600) + sums.Last));
    }

    public DayChannel OfDay()
    {
        var totals = tally.Total(null);
        return new DayChannel(totals.Mentions, totals.Uses);
    }

    public ChannelTotals Total(AuthorTotals authors)
    {
        var totals = tally.Total(authors);
        return new ChannelTotals(
            totals.Mentions, totals.Uses, DateTimeOffset.FromUnixTimeSeconds(first), DateTimeOffset.FromUnixTimeSeconds(last), totals.Impressions, authors);
    }
}
