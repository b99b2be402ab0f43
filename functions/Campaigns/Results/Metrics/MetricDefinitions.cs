namespace Campaigns.Results.Metrics;

/// <summary>
/// Every metric of the engine's own; <c>docs/metrics.md</c> lists the same. A definition never changes under the same version: who changes a
/// meaning adds a version, and leaves the earlier one in <see cref="Earlier"/>.
/// </summary>
public static class MetricDefinitions
{
    /// <summary>Mentions.</summary>
    public static MetricDefinition Mentions { get; } = Sum("mentions", "Distinct items, by channel and id, that use a hashtag of the campaign between its start and its end; shares count.", "mentions");

    /// <summary>Mentions without an author.</summary>
    public static MetricDefinition MentionsWithoutAuthor { get; } = Sum("mentionsWithoutAuthor", "Mentions that came without an author: they add to mentions and uses, not to contributors, reach or impressions.", "mentions");

    /// <summary>The campaign's own mentions.</summary>
    public static MetricDefinition OwnMentions { get; } = Sum("ownMentions", "Mentions by the campaign's own accounts: they add to mentions and uses, not to contributors, reach or impressions.", "mentions");

    /// <summary>Uses.</summary>
    public static MetricDefinition Uses { get; } = Sum("uses", "Uses of the campaign's hashtags: a mention with two of them is one use of each, however often it repeats one.", "uses");

    /// <summary>Contributors.</summary>
    public static MetricDefinition Contributors { get; } = Union("contributors", "Distinct authors of mentions, by channel, without the campaign's own accounts.", "authors", MetricClass.Outtake);

    /// <summary>Organisations.</summary>
    public static MetricDefinition Organisations { get; } = OrganisationsByMention.Next("Contributors that a mention or the campaign's list of supporters marks as an organisation.");

    /// <summary>Influencers.</summary>
    public static MetricDefinition Influencers { get; } = Union("influencers", "Contributors whose largest follower count reaches the campaign's influencerFollowers.", "authors", MetricClass.Outtake);

    /// <summary>Potential reach.</summary>
    public static MetricDefinition PotentialReach { get; } = Union("potentialReach", "The followers of distinct contributors, for each the largest count seen; people who follow several count for each.", "followers", MetricClass.Output);

    /// <summary>Contributors of unknown reach.</summary>
    public static MetricDefinition PotentialReachUnknown { get; } = Union("potentialReachUnknown", "Contributors whose followers are unknown: potentialReach is the sum over the others.", "authors", MetricClass.Output);

    /// <summary>Potential impressions.</summary>
    public static MetricDefinition PotentialImpressions { get; } = Sum("potentialImpressions", "Over mentions with an author, without the campaign's own, the author's followers as first seen with that mention; replies count like all others.", "followers");

    /// <summary>Mentions of unknown impressions.</summary>
    public static MetricDefinition PotentialImpressionsUnknown { get; } = Sum("potentialImpressionsUnknown", "Mentions with an author whose followers are unknown: potentialImpressions is the sum over the others.", "mentions");

    /// <summary>Engagements.</summary>
    public static MetricDefinition Engagements { get; } = Sum("engagements", "Likes, shares, comments or views of mentions, for each mention the largest count seen; the sum over those where it is known.", "engagements", MetricClass.Outtake);

    /// <summary>Mentions of unknown engagement.</summary>
    public static MetricDefinition EngagementsUnknown { get; } = Sum("engagementsUnknown", "Mentions whose likes, shares, comments or views are unknown.", "mentions", MetricClass.Outtake);

    /// <summary>Mentions for each contributor.</summary>
    public static MetricDefinition MentionsPerContributor { get; } = Rate("mentionsPerContributor", "Mentions with an author, without the campaign's own, divided by contributors.", "mentions");

    /// <summary>Followers for each contributor.</summary>
    public static MetricDefinition FollowersPerContributor { get; } = Rate("followersPerContributor", "Potential reach divided by the contributors whose followers are known.", "followers");

    /// <summary>A topic's mentions.</summary>
    public static MetricDefinition TopicMentions { get; } = Sum("topicMentions", "Distinct items, by channel and id, whose text has the words of a topic between the campaign's start and its end, with a hashtag or without; they are no part of mentions or uses.", "mentions");

    /// <summary>A service's mentions.</summary>
    public static MetricDefinition ServiceMentions { get; } = Union("serviceMentions", "Distinct items, by channel and id, whose text has the words of any topic of a service; of several topics they lie between those of the greatest and the sum.", "mentions", MetricClass.Output);

    /// <summary>A topic's contributors.</summary>
    public static MetricDefinition TopicContributors { get; } = Union("topicContributors", "Distinct authors of mentions that use a hashtag of the campaign and have the words of a topic.", "authors", MetricClass.Outtake);

    /// <summary>Share of voice.</summary>
    public static MetricDefinition ShareOfVoice { get; } = Rate("shareOfVoice", "A topic's mentions divided by the distinct mentions that have the words of any topic of the plan; a mention may have several, so that shares may add up to more than 1.", "share");

    /// <summary>Look-alikes.</summary>
    public static MetricDefinition LookAlikes { get; } = Sum("lookAlikes", "Distinct items with something that only looks like a hashtag of the campaign, such as letters of another script; it is no use of the hashtag.", "mentions");

    /// <summary>Co-use.</summary>
    public static MetricDefinition CoUse { get; } = Sum("coUse", "Mentions that use two hashtags of the campaign, or a hashtag and the words of a topic.", "mentions");

    /// <summary>A supporter's followers.</summary>
    public static MetricDefinition SupporterFollowers { get; } = new("supporterFollowers", 1, "The largest follower count seen with a mention by somebody whom the campaign's supporters list by name.", "followers", MetricClass.Output, Additivity.Max)
    {
        ShownIn = MetricPlace.Contributors,
    };

    /// <summary>Those that count now.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } =
    [
        Mentions, MentionsWithoutAuthor, OwnMentions, Uses, Contributors, Organisations, Influencers, PotentialReach, PotentialReachUnknown,
        PotentialImpressions, PotentialImpressionsUnknown, Engagements, EngagementsUnknown, MentionsPerContributor, FollowersPerContributor,
        TopicMentions, ServiceMentions, TopicContributors, ShareOfVoice, LookAlikes, CoUse, SupporterFollowers,
    ];

    /// <summary>Those that counted before.</summary>
    public static IReadOnlyList<MetricDefinition> Earlier { get; } = [OrganisationsByMention];

    private static MetricDefinition OrganisationsByMention => Union("organisations", "Contributors that a mention marks as an organisation.", "authors", MetricClass.Outtake);

    private static MetricDefinition Sum(string id, string definition, string unit, MetricClass metricClass = MetricClass.Output) =>
        new(id, 1, definition, unit, metricClass, Additivity.Sum);

    private static MetricDefinition Union(string id, string definition, string unit, MetricClass metricClass) =>
        new(id, 1, definition, unit, metricClass, Additivity.Union);

    private static MetricDefinition Rate(string id, string definition, string unit) =>
        new(id, 1, definition, unit, MetricClass.Outtake, Additivity.None);
}
