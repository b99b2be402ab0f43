using Campaigns.Listening.Intake;
using Campaigns.Planning;

namespace Campaigns.Listening;

/// <summary>Every campaign that listens, as it was at one moment, found by what texts have of it.</summary>
public sealed class ListenedCampaigns
{
    /// <summary>Indexes campaigns.</summary>
    /// <param name="campaigns">The campaigns.</param>
    /// <param name="before">Those of the moment before: where no campaign has changed since, nothing is indexed again.</param>
    public ListenedCampaigns(IReadOnlyList<ListenedCampaign> campaigns, ListenedCampaigns? before = null)
    {
        All = campaigns;
        Texts = before is not null && before.All.Select(VersionOf).SequenceEqual(campaigns.Select(VersionOf)) ? before.Texts : new TextIndex(campaigns);
    }

    /// <summary>The campaigns, those that are closed among them; a <see cref="TagUse"/> names one by its place here.</summary>
    public IReadOnlyList<ListenedCampaign> All { get; }

    /// <summary>What texts are matched against.</summary>
    internal TextIndex Texts { get; }

    private static (CampaignId Id, string Generation, Azure.ETag Version) VersionOf(ListenedCampaign listened) =>
        (listened.Campaign.Id, listened.Campaign.Generation, listened.Campaign.ETag);
}
