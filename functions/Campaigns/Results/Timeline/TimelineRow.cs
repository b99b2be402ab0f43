namespace Campaigns.Results.Timeline;

/// <summary>
/// One hour or local day of a timeline. Figures about people are null by the hour and where they would tell of few people, save for the 0 of
/// a row without anybody.
/// </summary>
/// <param name="From">Its first moment, local.</param>
/// <param name="To">Its end, exclusive.</param>
/// <param name="Mentions">Mentions.</param>
/// <param name="Uses">Uses of the hashtags in the plan.</param>
/// <param name="Contributors">Distinct authors; rows do not add up, for an author may be in several.</param>
/// <param name="PotentialReach">Followers of distinct contributors, for each the largest count seen in the row; rows do not add up.</param>
/// <param name="PotentialImpressions">Followers over mentions.</param>
/// <param name="Sentiment">What the mentions feel, with its base; null by the hour.</param>
/// <param name="Coverage">Which part was searched; null where nothing is searched or that is unknown.</param>
/// <param name="CoverageByChannel">Which part was searched on each channel of the plan; empty where nothing is searched.</param>
/// <param name="Suppressed">Which of these are null because they would tell of few people.</param>
public sealed record TimelineRow(
    DateTimeOffset From,
    DateTimeOffset To,
    long Mentions,
    UsesResponse Uses,
    long? Contributors,
    long? PotentialReach,
    long? PotentialImpressions,
    SentimentPart? Sentiment,
    double? Coverage,
    IReadOnlyDictionary<string, double?> CoverageByChannel,
    IReadOnlyList<string> Suppressed)
{
    /// <summary>
    /// What feelings are worth: <c>value</c>, or why they are null, as in results: <c>not_yet</c>, <c>not_offered</c>, <c>failed</c>, or <c>suppressed</c> with
    /// their base; null by the hour.
    /// </summary>
    public string? SentimentStatus { get; init; }

    /// <summary>Why the feelings and their base are null where they are not suppressed.</summary>
    internal string WhyNotFelt => SentimentStatus ?? FigureStatus.NotOffered;

    /// <summary>Why there is no margin of error: it takes the base, and where that is known, a budget that left some out.</summary>
    internal string WhyNoMargin => Sentiment?.Analysed is null ? WhyNotFelt : FigureStatus.NotOffered;
}
