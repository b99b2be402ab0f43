namespace Azure.AI.TextAnalytics;

/// <summary>A document and the language that it is in.</summary>
public class TextDocumentInput : TextAnalyticsInput
{
    public TextDocumentInput(string id, string text)
        : base(id, text)
    {
    }

    public string Language { get; set; }
}
