using NodaTime;

namespace Campaigns.Planning;

/// <summary>What a valid campaign document says, as far as the engine acts on it.</summary>
/// <param name="Name">The campaign's name.</param>
/// <param name="Start">The first local day.</param>
/// <param name="End">The last local day.</param>
/// <param name="TimeZone">The zone of those days.</param>
/// <param name="Hashtags">The hashtags, each once.</param>
/// <param name="Accounts">The accounts, each once.</param>
/// <param name="InfluencerFollowers">From how many followers a contributor counts as an influencer.</param>
/// <param name="Listening">How its mentions are looked for and counted.</param>
/// <param name="Objectives">What it wants to reach.</param>
/// <param name="CompareWith">The campaign that it is compared with, or null.</param>
/// <param name="NotYet">The fields given whose features are not built yet: stored, and answered with a warning.</param>
public sealed record CampaignPlan(
    string Name,
    LocalDate Start,
    LocalDate End,
    DateTimeZone TimeZone,
    IReadOnlyList<Hashtag> Hashtags,
    IReadOnlyList<CampaignAccount> Accounts,
    long InfluencerFollowers,
    ListeningFields Listening,
    IReadOnlyList<CampaignObjective> Objectives,
    CampaignId? CompareWith,
    IReadOnlyList<string> NotYet)
{
    /// <summary>Whom it is for.</summary>
    public IReadOnlyList<AudienceGroup> Audience { get; init; } = [];

    /// <summary>The first moment, inclusive.</summary>
    public Instant StartsAt => TimeZone.AtStartOfDay(Start).ToInstant();

    /// <summary>The end, exclusive.</summary>
    public Instant EndsAt => TimeZone.AtStartOfDay(End.PlusDays(1)).ToInstant();
}
