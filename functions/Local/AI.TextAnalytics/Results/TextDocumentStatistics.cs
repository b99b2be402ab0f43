namespace Azure.AI.TextAnalytics;

/// <summary>The size of a document and what its analysis cost.</summary>
public readonly struct TextDocumentStatistics
{
    public int CharacterCount { get; internal init; }

    public int TransactionCount { get; internal init; }
}
