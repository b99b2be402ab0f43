namespace Azure.AI.TextAnalytics;

/// <summary>What came of one document of a request: an analysis or an error.</summary>
public class TextAnalyticsResult
{
    internal TextAnalyticsResult(string id, TextDocumentStatistics statistics) => (Id, Statistics) = (id, statistics);

    internal TextAnalyticsResult(string id, TextAnalyticsError error) => (Id, Error, HasError) = (id, error, true);

    public string Id { get; }

    public TextDocumentStatistics Statistics { get; }

    public TextAnalyticsError Error { get; }

    public bool HasError { get; }

    /// <summary>The analysis, or an exception where there is none: an error is asked for by <see cref="HasError"/> first.</summary>
    private protected T Analysis<T>(T value) => HasError
        ? throw new InvalidOperationException($"Document {Id} has no result, because of error {Error.ErrorCode}: {Error.Message}")
        : value;
}
