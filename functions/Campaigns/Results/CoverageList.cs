using Campaigns.Listening.Coverage;
using Campaigns.Planning;
using Campaigns.Results.RollUps;
using NodaTime;

namespace Campaigns.Results;

/// <summary>What results say about what was looked at: what was handed in, what could not be counted, and what nobody listened for.</summary>
internal static class CoverageList
{
    public static IReadOnlyList<CoverageEntry> Of(
        Campaign campaign, Summary? summary, IReadOnlyList<CoverageEntry> recorded, CoveragePlan plan, DateTimeOffset now) =>
        [.. Supplied(campaign, summary, recorded), .. NotListened(campaign), .. Recorded(campaign, [.. recorded, .. CoverageGaps.Of(recorded, campaign, plan, now)])];

    /// <summary>What was handed in: on a channel that the engine does not search, what was missed is unknown.</summary>
    private static IEnumerable<CoverageEntry> Supplied(Campaign campaign, Summary? summary, IReadOnlyList<CoverageEntry> recorded) =>
        (summary?.Channels ?? new Dictionary<string, ChannelTotals>())
        .Where(channel => !recorded.Any(entry => entry.Channel == channel.Key && CoverageState.IsOfSearch(entry.State)))
        .Select(channel => new CoverageEntry(
            channel.Key,
            null,
            LocalTimes.Of(channel.Value.First, campaign.TimeZone).Value,
            LocalTimes.Of(channel.Value.Last.AddSeconds(1), campaign.TimeZone).Value,
            CoverageState.Supplied,
            channel.Value.Mentions,
            null));

    /// <summary>A hashtag that came later: mentions that were taken in before were not looked through for it.</summary>
    private static IEnumerable<CoverageEntry> NotListened(Campaign campaign)
    {
        foreach (var tag in campaign.Hashtags)
        {
            var added = Instant.FromDateTimeOffset(tag.AddedAt);
            if (tag.AddedAt > campaign.CreatedAt && added > campaign.StartsAt)
            {
                yield return new CoverageEntry(
                    null,
                    tag.Tag.Folded,
                    LocalTimes.Of(campaign.StartsAt, campaign.TimeZone),
                    LocalTimes.Of(Instant.Min(added, campaign.EndsAt), campaign.TimeZone),
                    CoverageState.NotListened,
                    null,
                    null);
            }
        }
    }

    /// <summary>What was recorded, search by search and message by message: one entry for each channel, place, state and span.</summary>
    private static IEnumerable<CoverageEntry> Recorded(Campaign campaign, IReadOnlyList<CoverageEntry> recorded) => recorded
        .GroupBy(entry => (entry.Channel, entry.Place, entry.Hashtag, entry.State, entry.From, entry.To))
        .OrderBy(group => group.Key.From).ThenBy(group => group.Key.Channel, StringComparer.Ordinal)
        .ThenBy(group => group.Key.Place, StringComparer.Ordinal).ThenBy(group => group.Key.Hashtag, StringComparer.Ordinal).ThenBy(group => group.Key.State, StringComparer.Ordinal)
        .Select(group => new CoverageEntry(
            group.Key.Channel,
            group.Key.Hashtag,
            LocalTimes.Of(group.Key.From, campaign.TimeZone).Value,
            LocalTimes.Of(group.Key.To, campaign.TimeZone).Value,
            group.Key.State,
            Sum(group, entry => entry.Got),
            Sum(group, entry => entry.Missed))
        {
            Place = group.Key.Place,
            Asked = Sum(group, entry => entry.Asked),
        });

    /// <summary>The sum of what is known; null where nothing is.</summary>
    private static long? Sum(IEnumerable<CoverageEntry> entries, Func<CoverageEntry, long?> number) =>
        entries.Select(number).Aggregate((long?)null, (sum, value) => value is null ? sum : (sum ?? 0) + value);
}
