using Campaigns.Results.Metrics;

namespace Campaigns.Results;

/// <summary>What was said about the topics of one service.</summary>
/// <param name="Service">The service, as the plan names it.</param>
/// <param name="Topics">Its topics.</param>
/// <param name="Mentions">Mentions with the words of any of them: an interval where it has several; null where none is known.</param>
/// <param name="Sentiment">What those feel, each once.</param>
public sealed record ServiceResponse(string Service, IReadOnlyList<string> Topics, UnionInterval? Mentions, ServiceSentiment Sentiment);

/// <summary>What the mentions of a service feel; null where it would tell of few people.</summary>
/// <param name="Positive">Positive mentions.</param>
/// <param name="Neutral">Neutral mentions.</param>
/// <param name="Negative">Negative mentions.</param>
/// <param name="Mixed">Mixed mentions.</param>
/// <param name="Analysed">How many these are together: the base.</param>
public sealed record ServiceSentiment(long? Positive, long? Neutral, long? Negative, long? Mixed, long? Analysed);
