#nullable enable
using System.Text.Json;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>One kind of analysis: what the service calls it, and how one document's part of its reply reads.</summary>
/// <param name="Kind">The task's name in a request.</param>
/// <param name="Read">Reads what was found in one document.</param>
/// <param name="Answered">Makes the result of a document that was analysed.</param>
/// <param name="Failed">Makes the result of a document that was not.</param>
/// <param name="Collected">Makes the results of a request.</param>
internal sealed record Analysis<TValue, TResult, TCollection>(
    string Kind,
    Func<JsonElement, TValue> Read,
    Func<string, TextDocumentStatistics, TValue, TResult> Answered,
    Func<string, TextAnalyticsError, TResult> Failed,
    Func<IList<TResult>, TextDocumentBatchStatistics?, string?, TCollection> Collected);

/// <summary>The kinds of analysis that this client knows.</summary>
internal static class Analysis
{
    public static Analysis<DocumentSentiment, AnalyzeSentimentResult, AnalyzeSentimentResultCollection> Sentiment { get; } = new(
        "SentimentAnalysis",
        SentimentReader.Read,
        static (id, statistics, value) => new(id, statistics, value),
        static (id, error) => new(id, error),
        static (list, statistics, version) => new(list, statistics, version));

    public static Analysis<PiiEntityCollection, RecognizePiiEntitiesResult, RecognizePiiEntitiesResultCollection> PersonalData { get; } = new(
        "PiiEntityRecognition",
        EntityReader.PersonalData,
        static (id, statistics, value) => new(id, statistics, value),
        static (id, error) => new(id, error),
        static (list, statistics, version) => new(list, statistics, version));

    public static Analysis<CategorizedEntityCollection, RecognizeEntitiesResult, RecognizeEntitiesResultCollection> Entities { get; } = new(
        "EntityRecognition",
        EntityReader.Entities,
        static (id, statistics, value) => new(id, statistics, value),
        static (id, error) => new(id, error),
        static (list, statistics, version) => new(list, statistics, version));

    public static Analysis<KeyPhraseCollection, ExtractKeyPhrasesResult, ExtractKeyPhrasesResultCollection> KeyPhrases { get; } = new(
        "KeyPhraseExtraction",
        static document => new([.. document.GetProperty("keyPhrases").EnumerateArray().Select(static phrase => phrase.GetString()!)], document.Warnings()),
        static (id, statistics, value) => new(id, statistics, value),
        static (id, error) => new(id, error),
        static (list, statistics, version) => new(list, statistics, version));

    public static Analysis<DetectedLanguage, DetectLanguageResult, DetectLanguageResultCollection> Language { get; } = new(
        "LanguageDetection",
        static document => document.GetProperty("detectedLanguage") is var language
            ? new()
            {
                Name = language.Text("name"),
                Iso6391Name = language.Text("iso6391Name"),
                ConfidenceScore = language.GetProperty("confidenceScore").GetDouble(),
                Warnings = document.Warnings(),
            }
            : default,
        static (id, statistics, value) => new(id, statistics, value),
        static (id, error) => new(id, error),
        static (list, statistics, version) => new(list, statistics, version));
}
