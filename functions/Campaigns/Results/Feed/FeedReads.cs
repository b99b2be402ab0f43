using Azure;
using Campaigns.Planning;
using Campaigns.Results.RollUps;

namespace Campaigns.Results.Feed;

/// <summary>Which days an answer was made of: where a campaign's were read with several requests, a roll-up may have come between them.</summary>
internal sealed class FeedReads
{
    private readonly Dictionary<(string Campaign, string Generation), SortedDictionary<string, (ETag Tag, string? Digest)>> days = [];
    private readonly Dictionary<(string Campaign, string Generation), DateTimeOffset?> moments = [];
    private bool isTorn;

    /// <summary>Notes a day that was read.</summary>
    public void Note(Campaign campaign, StoredHours day)
    {
        var place = (campaign.Id.Value, campaign.Generation);
        var read = days.TryGetValue(place, out var known) ? known : days[place] = new SortedDictionary<string, (ETag Tag, string? Digest)>(StringComparer.Ordinal);
        isTorn |= !read.TryAdd(day.Row, (day.ETag, day.Digest)) && read[day.Row].Tag != day.ETag;
    }

    /// <summary>Notes of which moment the figures of a campaign are: where they are read twice, as they are to be counted too, both must be of the same.</summary>
    public void Note(Campaign campaign, DateTimeOffset? asOf)
    {
        var place = (campaign.Id.Value, campaign.Generation);
        isTorn |= !moments.TryAdd(place, asOf) && moments[place] != asOf;
    }

    /// <summary>Whether all that was read of each campaign is what one roll-up wrote, and still is. One day alone is: it is written at once.</summary>
    public async Task<bool> AreOfOneMomentAsync(SummaryMarks marks, SummaryTable summaries, CancellationToken cancellationToken)
    {
        foreach (var ((campaign, generation), read) in days.Where(campaign => campaign.Value.Count > 1))
        {
            isTorn = isTorn || !(AreHours(read) && await marks.HoursAsync(campaign, generation, cancellationToken) is { } digests
                ? AreOf(digests, read)
                : await AreOfOneMomentAsync(summaries, campaign, generation, read, cancellationToken));
        }

        return !isTorn;
    }

    private static bool AreHours(SortedDictionary<string, (ETag Tag, string? Digest)> read) => read.Keys.First().StartsWith(SummaryRows.HoursPrefix, StringComparison.Ordinal);

    /// <summary>Whether rows of hours are those of a roll-up that came to its end, each as it wrote it and none of those between them missing.</summary>
    private static bool AreOf(IReadOnlyDictionary<string, string> digests, SortedDictionary<string, (ETag Tag, string? Digest)> read)
    {
        var (first, last) = (DayOf(read.Keys.First()), DayOf(read.Keys.Last()));
        return digests.Keys.Count(day => string.CompareOrdinal(day, first) >= 0 && string.CompareOrdinal(day, last) <= 0) == read.Count
            && read.All(row => row.Value.Digest is { } digest && digests.GetValueOrDefault(DayOf(row.Key)) == HoursDigests.Short(digest));

        static string DayOf(string row) => row[SummaryRows.HoursPrefix.Length..];
    }

    /// <summary>The same of what an earlier version wrote: there all keys and digests must be looked through.</summary>
    private static async Task<bool> AreOfOneMomentAsync(
        SummaryTable summaries, string campaign, string generation, SortedDictionary<string, (ETag Tag, string? Digest)> read, CancellationToken cancellationToken)
    {
        var stored = await summaries.ReadStoredAsync(campaign, generation, cancellationToken);
        var (first, last) = (read.Keys.First(), read.Keys.Last());
        var now = stored.Rows.Where(row => string.CompareOrdinal(row.Key, first) >= 0 && string.CompareOrdinal(row.Key, last) <= 0).ToDictionary(row => row.Key, row => row.Value.ETag, StringComparer.Ordinal);
        return now.Count == read.Count && read.All(day => now.GetValueOrDefault(day.Key) == day.Value.Tag)
            && await summaries.FindAsync(campaign, generation, cancellationToken) is { } found && found.ETag == stored.SummaryTag && IsEnded(found.Summary, stored);
    }

    /// <summary>Whether no roll-up is under way, or broke off, that wrote some days and not its summary yet. One of an earlier version left no stamp.</summary>
    private static bool IsEnded(Summary summary, StoredRollUp stored) => summary.DaysStamp is null || summary.DaysStamp == SummaryRows.StampOf(
        stored.Rows.Where(row => row.Key.StartsWith(SummaryRows.DayPrefix, StringComparison.Ordinal)).OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => (row.Key, row.Value.Digest)));
}
