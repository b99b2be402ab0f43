using Campaigns.Planning;

namespace Campaigns.Listening.Coverage;

/// <summary>The searches of a campaign's plan as it stands, each with what is recorded of it, be that nothing.</summary>
internal static class SearchedPlaces
{
    /// <summary>Every search that the campaign's coverage is the mean of.</summary>
    public static IReadOnlyList<(PlannedSearch Search, IEnumerable<CoverageEntry> Entries)> Of(
        IReadOnlyList<CoverageEntry> entries, Campaign campaign, CoveragePlan plan)
    {
        var named = campaign.Listening.Channels;
        var recorded = entries
            .Where(entry => CoverageState.IsOfSearch(entry.State) && entry.Channel is not null && entry.Hashtag is not null)
            .ToLookup(entry => new PlannedSearch(entry.Channel!, entry.Place, entry.Hashtag!));
        // A place that left the plan or the settings is looked at no more, and is no blind spot. Only where the engine lost a whole channel
        // does nobody but the record know its places.
        var lost = recorded.Select(search => search.Key)
            .Where(search => !plan.Channels.Contains(search.Channel) && named?.Contains(search.Channel, StringComparer.Ordinal) != false)
            .ToLookup(search => search.Channel, search => search.Place, StringComparer.Ordinal);
        // A channel that is named and that nobody can search is a part that is not looked at.
        var unsearched = (plan.Channels.Count > 0 ? named ?? [] : [])
            .Except(plan.Searches.Select(search => search.Channel)).Where(channel => !lost.Contains(channel));
        return
        [
            .. plan.Searches
                .Concat(lost.SelectMany(channel => channel.Distinct().SelectMany(place => Each(channel.Key, place))))
                .Concat(unsearched.SelectMany(channel => Each(channel, null)))
                .Select(search => (search, recorded[search])),
        ];

        IEnumerable<PlannedSearch> Each(string channel, string? place) => campaign.Hashtags.Select(tag => new PlannedSearch(channel, place, tag.Tag.Folded));
    }
}
