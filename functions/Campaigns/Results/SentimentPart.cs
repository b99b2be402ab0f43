namespace Campaigns.Results;

/// <summary>What a part of a campaign's mentions feels; null where it would tell of few people.</summary>
/// <param name="Positive">Positive mentions.</param>
/// <param name="Neutral">Neutral mentions.</param>
/// <param name="Negative">Negative mentions.</param>
/// <param name="Mixed">Mixed mentions.</param>
/// <param name="Analysed">How many these are together: the base.</param>
/// <param name="Of">How many could be analysed.</param>
/// <param name="MarginOfError">Percentage points, where a budget left some out.</param>
public sealed record SentimentPart(long? Positive, long? Neutral, long? Negative, long? Mixed, long? Analysed, long? Of, double? MarginOfError);
