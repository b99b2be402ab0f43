namespace Campaigns.Results;

/// <summary>What is felt; all unknown until a later feature fills it in.</summary>
public sealed record SentimentResponse
{
    /// <summary>Positive mentions.</summary>
    public long? Positive { get; }

    /// <summary>Neutral mentions.</summary>
    public long? Neutral { get; }

    /// <summary>Negative mentions.</summary>
    public long? Negative { get; }

    /// <summary>Mixed mentions.</summary>
    public long? Mixed { get; }

    /// <summary>How many were looked at.</summary>
    public long? Analysed { get; }
}
