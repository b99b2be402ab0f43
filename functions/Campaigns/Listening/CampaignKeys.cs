using System.Collections.Concurrent;
using Campaigns.Planning;

namespace Campaigns.Listening;

/// <summary>Opens campaigns' data keys once; a campaign's key never changes within a generation.</summary>
/// <param name="keys">Unwraps them.</param>
public sealed class CampaignKeys(DataKeys keys)
{
    private readonly ConcurrentDictionary<(CampaignId Id, string Generation), MentionKeys> opened = new();

    /// <summary>Makes the keys of a campaign's mentions and authors.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async ValueTask<MentionKeys> OfAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        if (!opened.TryGetValue((campaign.Id, campaign.Generation), out var made))
        {
            opened[(campaign.Id, campaign.Generation)] = made = new MentionKeys(await keys.OpenAsync(campaign, cancellationToken));
        }

        return made;
    }
}
