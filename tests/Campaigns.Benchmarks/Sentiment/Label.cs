namespace Campaigns.Benchmarks.Sentiment;

/// <summary>What a labelled text feels. There is no mixed: it counts as neutral.</summary>
internal enum Label
{
    Negative,
    Neutral,
    Positive,
}
