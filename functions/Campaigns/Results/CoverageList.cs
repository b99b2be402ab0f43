using Campaigns.Listening.Coverage;
using Campaigns.Planning;
using Campaigns.Results.RollUps;
using NodaTime;

namespace Campaigns.Results;

/// <summary>What results say about what was looked at: what was handed in, what could not be counted, and what nobody listened for.</summary>
internal static class CoverageList
{
    public static IReadOnlyList<CoverageEntry> Of(Campaign campaign, Summary? summary, IReadOnlyList<CoverageEntry> recorded) =>
        [.. Supplied(campaign, summary), .. NotListened(campaign), .. Missing(campaign, recorded)];

    /// <summary>What was handed in: the engine did not search, so what was missed is unknown.</summary>
    private static IEnumerable<CoverageEntry> Supplied(Campaign campaign, Summary? summary) =>
        (summary?.Channels ?? new Dictionary<string, ChannelTotals>()).Select(channel => new CoverageEntry(
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

    /// <summary>What was recorded: of messages one entry for each channel, state and hour, of searches one for each segment.</summary>
    private static IEnumerable<CoverageEntry> Missing(Campaign campaign, IReadOnlyList<CoverageEntry> recorded) => recorded
        .GroupBy(entry => (entry.Channel, entry.Place, entry.Hashtag, entry.State, entry.From, entry.To))
        .OrderBy(group => group.Key.From).ThenBy(group => group.Key.Channel, StringComparer.Ordinal).ThenBy(group => group.Key.State, StringComparer.Ordinal)
        .Select(group => new CoverageEntry(
            group.Key.Channel,
            group.Key.Hashtag,
            LocalTimes.Of(group.Key.From, campaign.TimeZone).Value,
            LocalTimes.Of(group.Key.To, campaign.TimeZone).Value,
            group.Key.State,
            group.Sum(entry => entry.Got),
            // What nobody can know is not zero.
            group.All(entry => entry.Missed is null) ? null : group.Sum(entry => entry.Missed))
        {
            Place = group.Key.Place,
            Asked = group.First().Asked,
        });
}
