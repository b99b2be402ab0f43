using System.Collections.Concurrent;
using Campaigns.Planning;

namespace Campaigns.Listening;

/// <summary>Opens campaigns' data keys once; a campaign's key never changes within a generation.</summary>
/// <param name="keys">Unwraps them.</param>
public sealed class CampaignKeys(DataKeys keys)
{
    private readonly ConcurrentDictionary<(CampaignId Id, string Generation), MentionKeys> opened = new();

    /// <summary>How many are open.</summary>
    public int Opened => opened.Count;

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

    /// <summary>Forgets the keys of a campaign whose data key is destroyed.</summary>
    /// <param name="campaign">The campaign.</param>
    public void Forget(Campaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        opened.TryRemove((campaign.Id, campaign.Generation), out _);
    }

    /// <summary>Forgets the keys of all campaigns but some: those that are archived or gone are opened again where they are needed.</summary>
    /// <param name="campaigns">The campaigns that listen.</param>
    public void KeepOnly(IEnumerable<Campaign> campaigns)
    {
        var listening = campaigns.Select(campaign => (campaign.Id, campaign.Generation)).ToHashSet();
        foreach (var kept in opened.Keys.Where(key => !listening.Contains(key)))
        {
            opened.TryRemove(kept, out _);
        }
    }
}
