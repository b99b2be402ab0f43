using Azure;
using NodaTime;

namespace Campaigns.Planning;

/// <summary>A campaign as it stands: its document, and what the engine derives from it.</summary>
public sealed record Campaign
{
    /// <summary>Its id.</summary>
    public required CampaignId Id { get; init; }

    /// <summary>Random, made with the campaign: keys and messages carry it, so that those of a deleted namesake are told apart.</summary>
    public required string Generation { get; init; }

    /// <summary>The document as it was put, as JSON.</summary>
    public required string Document { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Name { get; init; }

    /// <summary>The first moment, inclusive.</summary>
    public required Instant StartsAt { get; init; }

    /// <summary>The end, exclusive: midnight after the last local day.</summary>
    public required Instant EndsAt { get; init; }

    /// <summary>The zone that its days are counted in.</summary>
    public required DateTimeZone TimeZone { get; init; }

    /// <summary>The hashtags of the plan as it stands, each with its permanent number.</summary>
    public required IReadOnlyList<CampaignHashtag> Hashtags { get; init; }

    /// <summary>Every hashtag that the campaign ever had: a number is never given twice.</summary>
    public required IReadOnlyList<CampaignHashtag> HashtagsEver { get; init; }

    /// <summary>The accounts that speak for it.</summary>
    public required IReadOnlyList<CampaignAccount> Accounts { get; init; }

    /// <summary>Whom it is for, group by group.</summary>
    public IReadOnlyList<AudienceGroup> Audience { get; init; } = [];

    /// <summary>From how many followers a contributor counts as an influencer.</summary>
    public required long InfluencerFollowers { get; init; }

    /// <summary>The topics of the plan as it stands, each with its permanent number.</summary>
    public IReadOnlyList<CampaignTopic> Topics { get; init; } = [];

    /// <summary>The ids of every topic that the campaign ever had, by their numbers: a number is never given twice.</summary>
    public IReadOnlyList<string> TopicsEver { get; init; } = [];

    /// <summary>Figures about fewer people than this are not shown.</summary>
    public int SuppressBelow { get; init; } = ListeningFieldsReader.DefaultSuppressBelow;

    /// <summary>How many mentions its busiest hour may bring, or null where no flood is expected.</summary>
    public long? ExpectedMentionsPerHour { get; init; }

    /// <summary>Where its mentions are looked for.</summary>
    public ListeningPlan Listening { get; init; } = ListeningPlan.Everywhere;

    /// <summary>What looking for them and understanding them may cost.</summary>
    public CampaignBudget Budget { get; init; } = CampaignBudget.None;

    /// <summary>What it wants to reach.</summary>
    public IReadOnlyList<CampaignObjective> Objectives { get; init; } = [];

    /// <summary>The campaign that it is compared with, or null.</summary>
    public CampaignId? CompareWith { get; init; }

    /// <summary>For how many days after its end, or after it was archived where that came before, what was counted stays in detail.</summary>
    public int RetentionDays { get; init; } = ListeningFieldsReader.DefaultRetentionDays;

    /// <summary>
    /// When that time is over: so many local days later, at the same time of day whatever the clocks did meanwhile. A campaign that was put after its
    /// end, to look at what was said once, is kept from then on.
    /// </summary>
    public Instant RetentionEndsAt
    {
        get
        {
            var end = Instant.Max(EndsAt, Instant.FromDateTimeOffset(CreatedAt));
            var from = ArchivedAt is { } archived ? Instant.Min(end, Instant.FromDateTimeOffset(archived)) : end;
            return TimeZone.AtLeniently(from.InZone(TimeZone).LocalDateTime.PlusDays(RetentionDays)).ToInstant();
        }
    }

    /// <summary>
    /// Its data key, wrapped by the engine's wrapping key; see <see cref="DataKeys"/>. Empty once it was destroyed: then nobody can tell any more
    /// which mention or author a key stood for.
    /// </summary>
    public required byte[] WrappedDataKey { get; init; }

    /// <summary>Whether it was deleted: kept, but no longer counted or published.</summary>
    public required bool Archived { get; init; }

    /// <summary>When it was archived; null where it is not.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>When its retention was over and its counting closed, for good; null while it may count.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When its last figures were stored and its data key destroyed; no figure of it is ever written again.</summary>
    public DateTimeOffset? SealedAt { get; init; }

    /// <summary>When the last of its detail was removed.</summary>
    public DateTimeOffset? PurgedAt { get; init; }

    /// <summary>Whether what is said about it counts: it is neither archived nor closed.</summary>
    public bool Counts => !Archived && ClosedAt is null;

    /// <summary>When it was first put.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last put.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Storage's tag.</summary>
    public ETag ETag { get; init; }
}
