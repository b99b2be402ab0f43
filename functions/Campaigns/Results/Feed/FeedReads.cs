using Azure;
using Campaigns.Planning;
using Campaigns.Results.RollUps;

namespace Campaigns.Results.Feed;

/// <summary>Which days an answer was made of: where a campaign's were read with several requests, a roll-up may have come between them.</summary>
internal sealed class FeedReads
{
    private readonly Dictionary<(string Campaign, string Generation), SortedDictionary<string, ETag>> days = [];
    private readonly Dictionary<(string Campaign, string Generation), DateTimeOffset?> moments = [];
    private bool isTorn;

    /// <summary>Notes a day that was read.</summary>
    public void Note(Campaign campaign, StoredHours day)
    {
        var place = (campaign.Id.Value, campaign.Generation);
        var read = days.TryGetValue(place, out var known) ? known : days[place] = new SortedDictionary<string, ETag>(StringComparer.Ordinal);
        isTorn |= !read.TryAdd(day.Row, day.ETag) && read[day.Row] != day.ETag;
    }

    /// <summary>Notes of which moment the figures of a campaign are: where they are read twice, as they are to be counted too, both must be of the same.</summary>
    public void Note(Campaign campaign, DateTimeOffset? asOf)
    {
        var place = (campaign.Id.Value, campaign.Generation);
        isTorn |= !moments.TryAdd(place, asOf) && moments[place] != asOf;
    }

    /// <summary>Whether all that was read of each campaign is what one roll-up wrote, and still is. One day alone is: it is written at once.</summary>
    public async Task<bool> AreOfOneMomentAsync(SummaryTable summaries, CancellationToken cancellationToken)
    {
        foreach (var ((campaign, generation), read) in days.Where(campaign => campaign.Value.Count > 1))
        {
            isTorn = isTorn || !await AreOfOneMomentAsync(summaries, campaign, generation, read, cancellationToken);
        }

        return !isTorn;
    }

    private static async Task<bool> AreOfOneMomentAsync(
        SummaryTable summaries, string campaign, string generation, SortedDictionary<string, ETag> read, CancellationToken cancellationToken)
    {
        var stored = await summaries.ReadStoredAsync(campaign, generation, cancellationToken);
        var (first, last) = (read.Keys.First(), read.Keys.Last());
        var now = stored.Rows.Where(row => string.CompareOrdinal(row.Key, first) >= 0 && string.CompareOrdinal(row.Key, last) <= 0).ToDictionary(row => row.Key, row => row.Value.ETag, StringComparer.Ordinal);
        return now.Count == read.Count && read.All(day => now.GetValueOrDefault(day.Key) == day.Value)
            && await summaries.FindAsync(campaign, generation, cancellationToken) is { } found && found.ETag == stored.SummaryTag && IsEnded(found.Summary, stored);
    }

    /// <summary>Whether no roll-up is under way, or broke off, that wrote some days and not its summary yet. One of an earlier version left no stamp.</summary>
    private static bool IsEnded(Summary summary, StoredRollUp stored) => summary.DaysStamp is null || summary.DaysStamp == SummaryRows.StampOf(
        stored.Rows.Where(row => row.Key.StartsWith(SummaryRows.DayPrefix, StringComparison.Ordinal)).OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => (row.Key, row.Value.Digest)));
}
