namespace Azure.AI.TextAnalytics;

/// <summary>The size of a request and what it cost.</summary>
public class TextDocumentBatchStatistics
{
    internal TextDocumentBatchStatistics()
    {
    }

    public int DocumentCount { get; internal init; }

    public int ValidDocumentCount { get; internal init; }

    public int InvalidDocumentCount { get; internal init; }

    public long TransactionCount { get; internal init; }
}
