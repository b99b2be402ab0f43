#nullable enable
namespace Azure.AI.TextAnalytics.Wire;

/// <summary>A document as it is sent.</summary>
/// <param name="Hint">Its language, or where that is asked for, its country.</param>
internal readonly record struct Document(string Id, string Text, string? Hint)
{
    /// <summary>Texts without ids are numbered, as the official client numbers them.</summary>
    public static IReadOnlyList<Document> Numbered(IEnumerable<string> texts, string hint) =>
        NotEmpty(texts, [.. texts?.Select((text, index) => new Document($"{index}", text, hint)) ?? []]);

    public static IReadOnlyList<Document> From(IEnumerable<TextDocumentInput> documents, string language) =>
        NotEmpty(documents, [.. documents?.Select(document => new Document(document.Id, document.Text, document.Language ?? language)) ?? []]);

    public static IReadOnlyList<Document> From(IEnumerable<DetectLanguageInput> documents, string country) =>
        NotEmpty(documents, [.. documents?.Select(document => new Document(document.Id, document.Text, document.CountryHint ?? country)) ?? []]);

    public static IReadOnlyList<Document> One(string document, string hint)
    {
        ArgumentException.ThrowIfNullOrEmpty(document);
        return [new("0", document, hint)];
    }

    private static Document[] NotEmpty(object? documents, Document[] list)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return list.Length > 0 ? list : throw new ArgumentException("There are no documents to analyse.", nameof(documents));
    }
}
