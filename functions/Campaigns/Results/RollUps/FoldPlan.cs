using System.Globalization;
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
internal sealed class FoldPlan(ulong tags, ulong topics, long from, long to, DateTimeZone zone, long influencerFollowers, SupporterList supporters)
{
    public ulong Tags => tags;

    public ulong Topics => topics;

    public long InfluencerFollowers => influencerFollowers;

    public SupporterList Supporters => supporters;

    /// <summary>What the fold depends on beside the supporters.</summary>
    public string Rules { get; } = string.Create(CultureInfo.InvariantCulture, $"3|{tags:x}|{topics:x}|{from}|{to}|{zone.Id}|{influencerFollowers}");

    public static FoldPlan Of(Campaign campaign, SupporterList supporters) => new(
        campaign.Hashtags.Aggregate(0UL, (bits, tag) => bits | (1UL << tag.Number)),
        campaign.Topics.Aggregate(0UL, (bits, topic) => bits | (1UL << topic.Number)),
        campaign.StartsAt.ToUnixTimeSeconds(),
        campaign.EndsAt.ToUnixTimeSeconds(),
        campaign.TimeZone,
        campaign.InfluencerFollowers,
        supporters);

    /// <summary>Whether an hour lies between the campaign's start and end, which are whole hours.</summary>
    public bool Covers(long hour) => hour * 3600 >= from && hour * 3600 < to;

    /// <summary>The local day of an hour, as <c>yyyy-MM-dd</c>.</summary>
    public string DayOf(long hour) => Instant.FromUnixTimeSeconds(hour * 3600).InZone(zone).Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Two plans that give the same figures have the same text.</summary>
    public override string ToString() => $"{Rules}|{supporters.Version}";
}
