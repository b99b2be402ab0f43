namespace Azure.AI.TextAnalytics;

/// <inheritdoc/>
public class AnalyzeSentimentOptions : TextAnalyticsRequestOptions
{
    public AnalyzeSentimentOptions()
    {
    }

    public bool? IncludeOpinionMining { get; set; }
}
