using Campaigns.Planning;

namespace Campaigns.Listening.Coverage;

/// <summary>What the searches of a campaign are, as far as coverage tells: those of its plan as it stands.</summary>
internal static class SearchedPlaces
{
    /// <summary>Entries of searches by what was searched, for the hashtags, channels and feeds that are in the plan now.</summary>
    public static IReadOnlyList<IGrouping<(string Channel, string? Place, string Hashtag), CoverageEntry>> Of(IReadOnlyList<CoverageEntry> entries, Campaign campaign)
    {
        var hashtags = campaign.Hashtags.Select(tag => tag.Tag.Folded).ToHashSet(StringComparer.Ordinal);
        var feeds = campaign.Listening.Feeds.Select(feed => feed.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        var channels = campaign.Listening.Channels?.ToHashSet(StringComparer.Ordinal);
        var searched = entries
            .Where(entry => CoverageState.IsOfSearch(entry.State) && entry.Channel is not null && entry.Hashtag is not null
                && hashtags.Contains(entry.Hashtag) && channels?.Contains(entry.Channel) != false)
            .ToLookup(entry => entry.Channel!, StringComparer.Ordinal);
        return
        [
            .. searched.SelectMany(channel => channel.Any(entry => entry.Place is { } place && feeds.Contains(place))
                    // A feed that left the plan is looked at no more, and is no blind spot.
                    ? channel.Where(entry => entry.Place is { } place && feeds.Contains(place))
                    : channel)
                .GroupBy(entry => (entry.Channel!, entry.Place, entry.Hashtag!)),
        ];
    }
}
