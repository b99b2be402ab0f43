using Campaigns.Planning;

namespace Campaigns.Listening.Coverage;

/// <summary>Says what nobody asked for: the time between what searches recorded, from the campaign's start until its end or now.</summary>
public static class CoverageGaps
{
    /// <summary>An entry for each gap in each search of the plan, also of one that was never asked, with the state <see cref="CoverageState.NotAsked"/>.</summary>
    /// <param name="entries">Everything recorded, as <see cref="CoverageTable.ReadAsync"/> gives it.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="plan">What should be searched.</param>
    /// <param name="now">Up to when there is anything to search.</param>
    public static IEnumerable<CoverageEntry> Of(IReadOnlyList<CoverageEntry> entries, Campaign campaign, CoveragePlan plan, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(plan);
        var end = campaign.EndsAt.ToDateTimeOffset() < now ? campaign.EndsAt.ToDateTimeOffset() : now;
        foreach (var (search, recorded) in SearchedPlaces.Of(entries, campaign, plan))
        {
            var at = campaign.StartsAt.ToDateTimeOffset();
            foreach (var entry in recorded.OrderBy(entry => entry.From))
            {
                if (entry.From > at && entry.From <= end)
                {
                    yield return Gap(search, at, entry.From);
                }

                at = entry.To > at ? entry.To : at;
            }

            if (at < end)
            {
                yield return Gap(search, at, end);
            }
        }
    }

    private static CoverageEntry Gap(PlannedSearch search, DateTimeOffset from, DateTimeOffset to) =>
        new(search.Channel, search.Hashtag, from, to, CoverageState.NotAsked, 0, null) { Place = search.Place, Asked = 0 };
}
