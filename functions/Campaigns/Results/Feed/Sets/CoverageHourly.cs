using System.Runtime.CompilerServices;
using Campaigns.Listening.Coverage;
using Campaigns.Listening.Search;
using NodaTime;

namespace Campaigns.Results.Feed.Sets;

/// <summary>Which part of each hour so far was searched on each channel of the plan. Where the engine searches nothing there are no rows.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="coverage">What was looked at.</param>
/// <param name="directory">What should be.</param>
/// <param name="time">The clock.</param>
internal sealed class CoverageHourly(FeedCampaigns campaigns, CoverageTable coverage, SearchDirectory directory, TimeProvider time) : FeedSet("CoverageHourly", "CoverageHour",
[
    FeedColumn.Text("rowKey"), FeedColumn.Text(FilterBounds.Campaign), FeedColumn.Text("channelKey"), .. FeedTime.OfHour, .. FeedColumn.Rate("coverage"), FeedColumn.Moment("changedAt"),
])
{
    public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var campaign in campaigns.ListInTimeAsync(scope, cancellationToken))
        {
            var (id, now) = (campaign.Id.Value, time.GetUtcNow());
            var from = FeedKey.HourOf(scope.AfterIn(id)) is { } after ? Instant.Max(campaign.StartsAt, Instant.FromDateTimeOffset(after)) : campaign.StartsAt;
            from = scope.Bounds.From is { } lower ? Instant.Max(from, Instant.FromDateTimeOffset(lower)) : from;
            // Where local days begin at half past, the first hour is one that the campaign cuts.
            from = Instant.FromUnixTimeSeconds(from.ToUnixTimeSeconds() / 3600 * 3600);
            var to = Instant.Min(campaign.EndsAt, Instant.FromDateTimeOffset(now));
            to = scope.Bounds.To is { } upper ? Instant.Min(to, Instant.FromDateTimeOffset(upper)) : to;
            if (from >= to)
            {
                continue;
            }

            var (entries, searchedAt) = await coverage.ReadSearchesAsync(id, campaign.Generation, cancellationToken);
            var hours = CoverageHours.Of(entries, campaign, directory.CoverageOf(campaign), now);
            // An hour that was missed may be searched later: any row may have changed when anything was searched.
            var changedAt = FeedTime.Later(searchedAt, campaign.UpdatedAt);
            for (var at = from; at < to; at += Duration.FromHours(1))
            {
                foreach (var channel in hours.Channels)
                {
                    yield return
                    [
                        FeedKey.Of(id, FeedKey.HourText(at.ToDateTimeOffset()), channel), id, channel, .. FeedTime.Hour(at, campaign.TimeZone),
                        .. FeedStatus.Of(hours.At(channel, at.ToUnixTimeSeconds() / 3600), FigureStatus.NotYet), FeedTime.Later(changedAt, FeedTime.Reached(now, at + Duration.FromHours(1))),
                    ];
                }
            }
        }
    }
}
