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
        if (day.ETag is not { } tag)
        {
            return;
        }

        var place = (campaign.Id.Value, campaign.Generation);
        var read = days.TryGetValue(place, out var known) ? known : days[place] = new SortedDictionary<string, ETag>(StringComparer.Ordinal);
        isTorn |= !read.TryAdd(day.Day, tag) && read[day.Day] != tag;
    }

    /// <summary>Notes of which moment the figures of a campaign are: where they are read twice, as they are to be counted too, both must be of the same.</summary>
    public void Note(Campaign campaign, DateTimeOffset? asOf)
    {
        var place = (campaign.Id.Value, campaign.Generation);
        isTorn |= !moments.TryAdd(place, asOf) && moments[place] != asOf;
    }

    /// <summary>Whether every campaign's days were stored together; those that one request brought were.</summary>
    public async Task<bool> AreOfOneMomentAsync(HoursTable hours, CancellationToken cancellationToken)
    {
        foreach (var ((campaign, generation), read) in days.Where(campaign => campaign.Value.Count > HoursTable.DaysAtOnce))
        {
            isTorn = isTorn || !await hours.StandAsync(campaign, generation, [.. read.Select(day => (day.Key, day.Value))], cancellationToken);
        }

        return !isTorn;
    }
}
