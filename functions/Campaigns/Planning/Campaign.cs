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

    /// <summary>What looking for them may cost.</summary>
    public CampaignBudget Budget { get; init; } = CampaignBudget.None;

    /// <summary>Its data key, wrapped by the engine's wrapping key; see <see cref="DataKeys"/>.</summary>
    public required byte[] WrappedDataKey { get; init; }

    /// <summary>Whether it was deleted: kept, but no longer counted or published.</summary>
    public required bool Archived { get; init; }

    /// <summary>When it was first put.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last put.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Storage's tag.</summary>
    public ETag ETag { get; init; }
}
