using Campaigns.Planning;
using NodaTime;

namespace Campaigns.Listening.Hashtags;

/// <summary>Finds the campaigns of this engine that a hashtag would share its mentions with.</summary>
/// <param name="campaigns">The campaigns.</param>
public sealed class HashtagClashes(CampaignTable campaigns)
{
    /// <summary>Campaigns that have the hashtag, or one that looks like it, at the same time.</summary>
    /// <param name="hashtag">The hashtag.</param>
    /// <param name="period">When it is wanted.</param>
    /// <param name="besides">The campaign that it is wanted for, which does not count; or null.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    internal async Task<IReadOnlyList<HashtagClash>> FindAsync(Hashtag hashtag, (Instant From, Instant To) period, CampaignId? besides, CancellationToken cancellationToken)
    {
        var (found, looks) = (new List<HashtagClash>(), Skeleton.Of(hashtag).ToHashSet(StringComparer.Ordinal));
        await foreach (var campaign in campaigns.ListAsync(after: null, cancellationToken))
        {
            var (begins, ends) = (Instant.Max(campaign.StartsAt, period.From), Instant.Min(campaign.EndsAt, period.To));
            if (campaign.Archived || campaign.Id == besides || begins >= ends)
            {
                continue;
            }

            found.AddRange(
                from taken in campaign.Hashtags
                let kind = KindOf(taken.Tag, hashtag, looks)
                where kind is not null
                select new HashtagClash(campaign.Id.Value, taken.Tag.ToString(), kind, begins.ToDateTimeOffset(), ends.ToDateTimeOffset()));
        }

        return found;
    }

    private static string? KindOf(Hashtag taken, Hashtag wanted, HashSet<string> looks) => taken == wanted ? "same" : looks.Overlaps(Skeleton.Of(taken)) ? "look_alike" : null;
}
