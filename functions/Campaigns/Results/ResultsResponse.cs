using System.Text.Json.Serialization;
using Campaigns.Listening.Coverage;
using Campaigns.Results.Audience;
using Campaigns.Results.Comparison;
using Campaigns.Results.Objectives;
using Campaigns.Results.Organisations;
using Campaigns.Results.Posts;
using Campaigns.Results.Reported;
using Campaigns.Results.Windows;

namespace Campaigns.Results;

/// <summary>The answer of <c>GET /campaigns/{id}/results</c>: bare numbers, null where unknown; <see cref="Figures"/> says what each is worth.</summary>
public sealed record ResultsResponse
{
    /// <summary>The campaign.</summary>
    public required string CampaignId { get; init; }

    /// <summary>Every change before this moment is in the figures; null before the first roll-up.</summary>
    public required DateTimeOffset? AsOf { get; init; }

    /// <summary>Which of the campaign's days the figures are of; left out where they are of all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WindowResponse? Window { get; init; }

    /// <summary>The first moment that the figures are of: the campaign's, or that of the days that were asked for.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Their end, exclusive.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>The zone of its days.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Mentions.</summary>
    public required long? Mentions { get; init; }

    /// <summary>Mentions without an author.</summary>
    public required long? MentionsWithoutAuthor { get; init; }

    /// <summary>Mentions by the campaign's own accounts.</summary>
    public required long? OwnMentions { get; init; }

    /// <summary>The first mention's time; null of days among others, where it would be a single person's.</summary>
    public required DateTimeOffset? FirstMentionAt { get; init; }

    /// <summary>The last mention's time; null of such days.</summary>
    public required DateTimeOffset? LastMentionAt { get; init; }

    /// <summary>Uses of the hashtags in the plan.</summary>
    public required UsesResponse Uses { get; init; }

    /// <summary>Figures of each channel that was heard.</summary>
    public required IReadOnlyDictionary<string, ChannelResponse> ByChannel { get; init; }

    /// <summary>Figures of each hashtag in the plan, by its folded form.</summary>
    public required IReadOnlyDictionary<string, HashtagResponse> ByHashtag { get; init; }

    /// <summary>Mentions of each kind.</summary>
    public required IReadOnlyDictionary<string, long?> ByKind { get; init; }

    /// <summary>Who said them, by kind.</summary>
    public required IReadOnlyDictionary<string, PeopleResponse> PeopleByKind { get; init; }

    /// <summary>What overlapping parts tell of the whole.</summary>
    public required UnionsResponse Unions { get; init; }

    /// <summary>What was said about each topic of the plan, with and without a hashtag.</summary>
    public required IReadOnlyDictionary<string, TopicResponse> Topics { get; init; }

    /// <summary>What was said about each service that topics of the plan belong to.</summary>
    public required IReadOnlyList<ServiceResponse> Services { get; init; }

    /// <summary>Mentions with something that only looks like a hashtag of the plan; it does not count as a use of it.</summary>
    public required IReadOnlyDictionary<string, long?> LookAlikes { get; init; }

    /// <summary>What was used together.</summary>
    public required CoUseResponse CoUse { get; init; }

    /// <summary>Distinct authors.</summary>
    public required long? Contributors { get; init; }

    /// <summary>Those of them that are organisations.</summary>
    public required long? Organisations { get; init; }

    /// <summary>Those of them that reach the campaign's threshold.</summary>
    public required long? Influencers { get; init; }

    /// <summary>Followers of distinct contributors.</summary>
    public required long? PotentialReach { get; init; }

    /// <summary>Contributors whose followers are unknown.</summary>
    public required long? PotentialReachUnknown { get; init; }

    /// <summary>Followers over mentions.</summary>
    public required long? PotentialImpressions { get; init; }

    /// <summary>Mentions whose author's followers are unknown.</summary>
    public required long? PotentialImpressionsUnknown { get; init; }

    /// <summary>Mentions for each contributor.</summary>
    public required double? MentionsPerContributor { get; init; }

    /// <summary>Followers for each contributor.</summary>
    public required double? FollowersPerContributor { get; init; }

    /// <summary>What people did with mentions.</summary>
    public required EngagementsResponse Engagements { get; init; }

    /// <summary>What is felt.</summary>
    public required SentimentResponse Sentiment { get; init; }

    /// <summary>Mentions by language.</summary>
    public required IReadOnlyDictionary<string, long?> Languages { get; init; }

    /// <summary>What mentions speak of, with how many do, the most frequent first.</summary>
    public required IReadOnlyDictionary<string, long?> Phrases { get; init; }

    /// <summary>How the followers of our own accounts grew.</summary>
    public required IReadOnlyList<AccountResponse> Accounts { get; init; }

    /// <summary>What organisations did whose accounts the plan lists.</summary>
    public required IReadOnlyList<OrganisationResponse> ByOrganisation { get; init; }

    /// <summary>The same by the area that they serve.</summary>
    public required IReadOnlyList<AreaResponse> ByArea { get; init; }

    /// <summary>How many of the organisations that the campaign names took part lately.</summary>
    public required ActiveOrganisationsResponse OrganisationsActive { get; init; }

    /// <summary>What people entered by hand, of each figure the latest; never added to what was counted.</summary>
    public required IReadOnlyList<ReportedResponse> Reported { get; init; }

    /// <summary>Who the audience was, by group, beside whom the plan is for.</summary>
    public required IReadOnlyList<AudienceResponse> Audience { get; init; }

    /// <summary>What went into the campaign, by the currency or <c>hours</c>.</summary>
    public required IReadOnlyDictionary<string, InputResponse> Inputs { get; init; }

    /// <summary>How our own posts did, one for each account that they went to.</summary>
    public required IReadOnlyList<PostResponse> Posts { get; init; }

    /// <summary>What people asked: filled in by a later feature.</summary>
    public IReadOnlyDictionary<string, object> Conversation { get; } = new Dictionary<string, object>();

    /// <summary>What we asked them: filled in by a later feature.</summary>
    public IReadOnlyList<object> Questionnaires { get; } = [];

    /// <summary>How far the plan's objectives are met, in its order.</summary>
    public IReadOnlyList<ObjectiveResponse> Objectives { get; init; } = [];

    /// <summary>The totals beside those of the campaign that the plan compares it with; left out where it names none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ComparisonResponse? Comparison { get; init; }

    /// <summary>Whether that is with other days of the same campaign.</summary>
    internal bool IsBesideOtherDays => Comparison?.CampaignId == CampaignId;

    /// <summary>What was looked at, and what was not.</summary>
    public required IReadOnlyList<CoverageEntry> Coverage { get; init; }

    /// <summary>What each number is worth, by its JSON pointer.</summary>
    public required IReadOnlyDictionary<string, Figure> Figures { get; init; }
}
