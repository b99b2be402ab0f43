namespace Campaigns.Results.Metrics;

/// <summary>What the numbers mean that tell what organisations and areas did.</summary>
public static class OrganisationDefinitions
{
    /// <summary>Accounts.</summary>
    public static MetricDefinition Accounts { get; } = Of(
        "organisationAccounts", "Accounts of an organisation, or of the organisations of an area, that the plan lists.", "accounts", MetricClass.Input, Additivity.Sum, MetricSource.Plan);

    /// <summary>Posts.</summary>
    public static MetricDefinition PostsPublished { get; } = Of(
        "postsPublished", "Posts of the campaign that accounts published: each account's once, however often it tried.", "posts", MetricClass.Output, Additivity.Sum, MetricSource.Counted);

    /// <summary>Followers gained.</summary>
    public static MetricDefinition FollowersGained { get; } = Of(
        "followersGained", "The growth of accounts added up: who follows two of them counts for each. It is over the accounts of which it is known.", "followers", MetricClass.Outtake, Additivity.Sum, MetricSource.SelfReported);

    /// <summary>Accounts of unknown growth.</summary>
    public static MetricDefinition FollowersGainedUnknown { get; } = Of(
        "followersGainedUnknown", "Accounts of which nobody entered enough to tell how they grew: followersGained is over the others.", "accounts", MetricClass.Outtake, Additivity.Sum, MetricSource.SelfReported);

    /// <summary>What was entered.</summary>
    public static MetricDefinition Entered { get; } = Of(
        "enteredByAccounts", "A figure that was entered for accounts and said to add up, over their latest days; figures of people are never added.", ReportedDefinitions.AsEntered, MetricClass.Output, Additivity.Sum, MetricSource.SelfReported);

    /// <summary>Mentions of own accounts.</summary>
    public static MetricDefinition Mentions { get; } = MentionsTogether.Next("Mentions of the campaign's hashtags by accounts of an organisation, or of the organisations of an area, that the plan lists.");

    /// <summary>Their uses.</summary>
    public static MetricDefinition Uses { get; } = Of(
        "organisationUses", "Uses of the campaign's hashtags by accounts of an organisation, or of the organisations of an area, that the plan lists: a mention with two of them is two uses.", "uses", MetricClass.Output, Additivity.Sum, MetricSource.Counted);

    /// <summary>Listed organisations.</summary>
    public static MetricDefinition Listed { get; } = Of(
        "organisationsListed", "Organisations that the campaign names: those of its accounts, and its supporters of that kind, each once by name.", "organisations", MetricClass.Input, Additivity.Union, MetricSource.Plan);

    /// <summary>Active organisations.</summary>
    public static MetricDefinition Active { get; } = Of(
        "organisationsActive", "Listed organisations that posted a mention of the campaign's hashtags, or published a post of the campaign, in the last 30 days up to the results' moment or the campaign's end.", "organisations", MetricClass.Outtake, Additivity.Union, MetricSource.Counted);

    /// <summary>Their share.</summary>
    public static MetricDefinition ActiveShare { get; } = Of(
        "organisationsActiveShare", "Active organisations divided by listed ones.", "share", MetricClass.Outtake, Additivity.None, MetricSource.Counted);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } = [Accounts, PostsPublished, FollowersGained, FollowersGainedUnknown, Entered, Mentions, Uses, Listed, Active, ActiveShare];

    /// <summary>Those that counted before.</summary>
    public static IReadOnlyList<MetricDefinition> Earlier { get; } = [MentionsTogether];

    private static MetricDefinition MentionsTogether => Of(
        "organisationMentions", "Mentions and uses by an organisation's own accounts: not told apart, since those of all own accounts are counted together.", "mentions", MetricClass.Output, Additivity.Sum, MetricSource.Counted);

    private static MetricDefinition Of(string id, string definition, string unit, MetricClass metricClass, Additivity additivity, string source) =>
        new(id, 1, definition, unit, metricClass, additivity) { Source = source };
}
