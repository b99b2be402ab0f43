using System.Globalization;
using Campaigns.Listening.Erasures;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using NodaTime;

namespace Campaigns.Results.RollUps;

/// <summary>What of a campaign's plan its figures depend on: when it changes, the figures are folded anew from the cells.</summary>
/// <param name="tags">The bits of the hashtags that are in the plan.</param>
/// <param name="topics">The bits of the topics that are in the plan.</param>
/// <param name="from">The campaign's first moment, in seconds since 1970.</param>
/// <param name="to">Its end, exclusive.</param>
/// <param name="zone">The zone of its days.</param>
/// <param name="influencerFollowers">From how many followers an author is an influencer.</param>
/// <param name="supporters">Whom the campaign names.</param>
/// <param name="refused">Whom it erased, or is erasing.</param>
/// <param name="own">The accounts that speak for it.</param>
internal sealed class FoldPlan(ulong tags, ulong topics, long from, long to, DateTimeZone zone, long influencerFollowers, SupporterList supporters, RefusalList? refused = null, OwnAccounts? own = null)
{
    public ulong Tags => tags;

    public ulong Topics => topics;

    public long InfluencerFollowers => influencerFollowers;

    public SupporterList Supporters => supporters;

    /// <summary>Whom the campaign is erasing: a cell that is still to be looked through says the same of them as one that was.</summary>
    public RefusalList Refused { get; } = refused ?? RefusalList.None;

    /// <summary>The accounts that speak for the campaign.</summary>
    public OwnAccounts Own { get; } = own ?? OwnAccounts.None;

    /// <summary>What the fold depends on beside the supporters. What was added last stands there only where there is any, so that other campaigns need not be folded anew for it.</summary>
    public string Rules { get; } = string.Create(CultureInfo.InvariantCulture, $"6|{tags:x}|{topics:x}|{from}|{to}|{zone.Id}|{influencerFollowers}")
        + (own is { Any: true } ? $"|8:{own.Version}" : "");

    public static FoldPlan Of(Campaign campaign, SupporterList supporters, RefusalList? refused = null, OwnAccounts? own = null) => new(
        campaign.Hashtags.Aggregate(0UL, (bits, tag) => bits | (1UL << tag.Number)),
        campaign.Topics.Aggregate(0UL, (bits, topic) => bits | (1UL << topic.Number)),
        campaign.StartsAt.ToUnixTimeSeconds(),
        campaign.EndsAt.ToUnixTimeSeconds(),
        campaign.TimeZone,
        campaign.InfluencerFollowers,
        supporters,
        refused,
        own);

    /// <summary>Whether an hour lies between the campaign's start and end, which are whole hours.</summary>
    public bool Covers(long hour) => hour * 3600 >= from && hour * 3600 < to;

    /// <summary>The local day of an hour, as <c>yyyy-MM-dd</c>.</summary>
    public string DayOf(long hour) => LocalDay.OfHour(zone, hour);

    /// <summary>As whom an author counts: as a supporter by whichever key, as nobody that can be found where they are being erased.</summary>
    /// <param name="author">The author key of a record.</param>
    /// <param name="supporter">Whom the campaign names, where it is one of those.</param>
    /// <param name="isOrganisation">Whether the list has it as an organisation, or had.</param>
    public UInt128 CountsAs(UInt128 author, out Supporter? supporter, out bool isOrganisation)
    {
        if (Refused.Open.Count > 0 && Refused.Open.TryGetValue(author, out var erased))
        {
            (supporter, isOrganisation) = (null, erased.IsOrganisation);
            return erased.Token;
        }

        supporter = supporters.ByAuthor.GetValueOrDefault(author);
        isOrganisation = supporter?.Kind == SupporterKind.Organisation;
        return supporter?.Author ?? author;
    }

    /// <summary>Which account said a mention of the campaign's own; of those that are being erased nobody knows.</summary>
    public int OwnNumberOf(UInt128 author) => Own.NumberOf(Refused.Open.ContainsKey(author) ? default : author);

    /// <summary>Two plans that give the same figures have the same text.</summary>
    public override string ToString() => $"{Rules}|{supporters.Version}";
}
