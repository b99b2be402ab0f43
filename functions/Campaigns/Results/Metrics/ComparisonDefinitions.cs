namespace Campaigns.Results.Metrics;

/// <summary>How other tools count what this engine counts otherwise, for those who come from them and wonder why a number is another.</summary>
public static class ComparisonDefinitions
{
    private static readonly MetricDefinition XEngagement = new("talkwalkerXEngagement", 1, "Reposts and likes of a post on X.", "engagements", MetricClass.Outtake, Additivity.Sum)
    {
        Source = MetricSource.Talkwalker,
        ShownIn = MetricPlace.Comparison,
        ComparesWith = MetricDefinitions.Engagements.Id,
    };

    /// <summary>Impressions as Socialert counts them.</summary>
    public static MetricDefinition SocialertImpressions { get; } = new(
        "socialertImpressions", 1, "Over mentions, the author's followers, but 1 for a reply.", "followers", MetricClass.Output, Additivity.Sum)
    {
        Source = MetricSource.Socialert,
        ShownIn = MetricPlace.Comparison,
        ComparesWith = MetricDefinitions.PotentialImpressions.Id,
    };

    /// <summary>Engagement on X as Talkwalker counted it, each version from its day on: the same posts, another number.</summary>
    public static IReadOnlyList<MetricDefinition> TalkwalkerXEngagement { get; } = MakeXEngagement();

    /// <summary>Every version of every one.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } = [SocialertImpressions, .. TalkwalkerXEngagement];

    private static MetricDefinition[] MakeXEngagement()
    {
        var quotes = XEngagement.Next("Reposts, likes and quotes of a post on X.") with { Since = new DateOnly(2023, 6, 13) };
        var replies = quotes.Next("Reposts, likes, quotes and replies of a post on X.") with { Since = new DateOnly(2024, 1, 1) };
        var bookmarks = replies.Next("Reposts, likes, quotes, replies and bookmarks of a post on X.") with { Since = new DateOnly(2024, 7, 1) };
        return [XEngagement, quotes, replies, bookmarks];
    }
}
