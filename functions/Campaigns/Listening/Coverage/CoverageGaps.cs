using Campaigns.Planning;

namespace Campaigns.Listening.Coverage;

/// <summary>Says what nobody asked for: the time between what searches recorded, from the campaign's start until its end or now.</summary>
public static class CoverageGaps
{
    /// <summary>An entry for each gap in each search of the plan, with the state <see cref="CoverageState.NotAsked"/>.</summary>
    /// <param name="entries">Everything recorded, as <see cref="CoverageTable.ReadAsync"/> gives it.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="now">Up to when there is anything to search.</param>
    public static IEnumerable<CoverageEntry> Of(IReadOnlyList<CoverageEntry> entries, Campaign campaign, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        var end = campaign.EndsAt.ToDateTimeOffset() < now ? campaign.EndsAt.ToDateTimeOffset() : now;
        foreach (var search in SearchedPlaces.Of(entries, campaign))
        {
            var at = campaign.StartsAt.ToDateTimeOffset();
            foreach (var entry in search.OrderBy(entry => entry.From))
            {
                if (entry.From > at && entry.From <= end)
                {
                    yield return Gap(search.Key, at, entry.From);
                }

                at = entry.To > at ? entry.To : at;
            }

            if (at < end)
            {
                yield return Gap(search.Key, at, end);
            }
        }
    }

    private static CoverageEntry Gap((string Channel, string? Place, string Hashtag) search, DateTimeOffset from, DateTimeOffset to) =>
        new(search.Channel, search.Hashtag, from, to, CoverageState.NotAsked, 0, null) { Place = search.Place, Asked = 0 };
}
