namespace Azure.AI.TextAnalytics;

/// <summary>How a request is run and what it answers beside the results.</summary>
public class TextAnalyticsRequestOptions
{
    public TextAnalyticsRequestOptions()
    {
    }

    public bool IncludeStatistics { get; set; }

    public string ModelVersion { get; set; }

    /// <summary>True keeps the service from keeping the text for its own troubleshooting; null is the service's default.</summary>
    public bool? DisableServiceLogs { get; set; }
}
