using System.Collections.Concurrent;
using Azure;
using Campaigns.Listening.Cells;
using Campaigns.Planning;

namespace Campaigns.Listening.Coverage;

/// <summary>
/// The messages that came while their campaign was archived, as far as they may still be counted: one that is, after the campaign was put again,
/// is missing no more. Messages are dropped only while a campaign is archived, so what is dropped is read once for each version of the campaign.
/// </summary>
/// <param name="coverage">Where it is recorded.</param>
public sealed class DroppedMessages(CoverageTable coverage)
{
    /// <summary>How many campaigns are held; past that all are forgotten, and read again.</summary>
    private const int MostKept = 1_000;

    private readonly ConcurrentDictionary<(string Campaign, string Generation), Kept> kept = new();

    /// <summary>Notes that a message was counted: if it was dropped before, it is not missing any more.</summary>
    /// <param name="message">The message.</param>
    /// <param name="campaign">Its campaign.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async ValueTask CountedAsync(MentionsMessage message, Campaign campaign, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(campaign);
        var key = (message.Cell.Campaign, message.Cell.Generation);
        if (!kept.TryGetValue(key, out var dropped) || dropped.Version != campaign.ETag)
        {
            if (kept.Count >= MostKept)
            {
                kept.Clear();
            }

            var digests = await coverage.DigestsAsync(key.Campaign, key.Generation, CoverageState.Dropped, cancellationToken);
            kept[key] = dropped = new Kept(campaign.ETag, digests);
        }

        if (dropped.Digests.Count > 0 && dropped.Digests.Contains(CoverageTable.DigestOf(message)))
        {
            // Its digest stays: taking back what is not there does no harm.
            await coverage.RemoveMissingAsync(message, CoverageState.Dropped, cancellationToken);
        }
    }

    private sealed record Kept(ETag Version, IReadOnlySet<string> Digests);
}
