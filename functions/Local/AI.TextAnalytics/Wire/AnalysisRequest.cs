#nullable enable
using System.Buffers;
using System.Text.Json;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>A request's body: <c>{"kind":…,"parameters":{…},"analysisInput":{"documents":[…]}}</c>.</summary>
internal static class AnalysisRequest
{
    public static ReadOnlyMemory<byte> Body(string kind, IReadOnlyList<Document> documents, TextAnalyticsRequestOptions? options)
    {
        var buffer = new ArrayBufferWriter<byte>(256 + documents.Sum(static document => 64 + (2 * document.Text.Length)));
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("kind", kind);
        json.WriteStartObject("parameters");
        WriteParameters(json, kind, options);
        json.WriteEndObject();
        json.WriteStartObject("analysisInput");
        json.WriteStartArray("documents");
        foreach (var document in documents)
        {
            json.WriteStartObject();
            json.WriteString("id", document.Id);
            json.WriteString("text", document.Text);
            if (document.Hint is not null)
            {
                json.WriteString(kind == Analysis.Language.Kind ? "countryHint" : "language", document.Hint);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteParameters(Utf8JsonWriter json, string kind, TextAnalyticsRequestOptions? options)
    {
        if (options?.DisableServiceLogs is { } off)
        {
            json.WriteBoolean("loggingOptOut", off);
        }

        if (options?.ModelVersion is { } version)
        {
            json.WriteString("modelVersion", version);
        }

        if (options is AnalyzeSentimentOptions { IncludeOpinionMining: { } opinions })
        {
            json.WriteBoolean("opinionMining", opinions);
        }

        if (options is RecognizePiiEntitiesOptions personal)
        {
            WritePersonalData(json, personal);
        }

        // The service counts in graphemes unless it is told to count as .NET's strings do. These two kinds count nothing.
        if (kind != Analysis.KeyPhrases.Kind && kind != Analysis.Language.Kind)
        {
            json.WriteString("stringIndexType", "Utf16CodeUnit");
        }
    }

    private static void WritePersonalData(Utf8JsonWriter json, RecognizePiiEntitiesOptions options)
    {
        if (options.DomainFilter == PiiEntityDomain.ProtectedHealthInformation)
        {
            json.WriteString("domain", "phi");
        }

        if (options.CategoriesFilter.Count > 0)
        {
            json.WriteStartArray("piiCategories");
            foreach (var category in options.CategoriesFilter)
            {
                json.WriteStringValue(category.ToString());
            }

            json.WriteEndArray();
        }
    }
}
