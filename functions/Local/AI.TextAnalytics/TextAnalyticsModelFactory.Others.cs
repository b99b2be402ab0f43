namespace Azure.AI.TextAnalytics;

public static partial class TextAnalyticsModelFactory
{
    public static PiiEntity PiiEntity(string text, string category, string subCategory, double score, int offset, int length) =>
        new() { Text = text, Category = category, SubCategory = subCategory, ConfidenceScore = score, Offset = offset, Length = length };

    public static PiiEntityCollection PiiEntityCollection(IEnumerable<PiiEntity> entities, string redactedText, IEnumerable<TextAnalyticsWarning> warnings = null) =>
        new([.. entities], redactedText, [.. warnings ?? []]);

    public static RecognizePiiEntitiesResult RecognizePiiEntitiesResult(string id, TextAnalyticsError error) => new(id, error);

    public static RecognizePiiEntitiesResult RecognizePiiEntitiesResult(string id, TextDocumentStatistics statistics, PiiEntityCollection entities) =>
        new(id, statistics, entities);

    public static RecognizePiiEntitiesResultCollection RecognizePiiEntitiesResultCollection(
        IEnumerable<RecognizePiiEntitiesResult> list, TextDocumentBatchStatistics statistics, string modelVersion) => new([.. list], statistics, modelVersion);

    public static CategorizedEntity CategorizedEntity(string text, string category, string subCategory, double score) =>
        CategorizedEntity(text, category, subCategory, score, offset: 0, length: 0);

    public static CategorizedEntity CategorizedEntity(string text, string category, string subCategory, double score, int offset, int length) =>
        new() { Text = text, Category = category, SubCategory = subCategory, ConfidenceScore = score, Offset = offset, Length = length };

    public static CategorizedEntityCollection CategorizedEntityCollection(IList<CategorizedEntity> entities, IList<TextAnalyticsWarning> warnings = null) =>
        new(entities, [.. warnings ?? []]);

    public static RecognizeEntitiesResult RecognizeEntitiesResult(string id, TextAnalyticsError error) => new(id, error);

    public static RecognizeEntitiesResult RecognizeEntitiesResult(string id, TextDocumentStatistics statistics, CategorizedEntityCollection entities) =>
        new(id, statistics, entities);

    public static RecognizeEntitiesResultCollection RecognizeEntitiesResultCollection(
        IEnumerable<RecognizeEntitiesResult> list, TextDocumentBatchStatistics statistics, string modelVersion) => new([.. list], statistics, modelVersion);

    public static KeyPhraseCollection KeyPhraseCollection(IList<string> keyPhrases, IList<TextAnalyticsWarning> warnings = null) =>
        new(keyPhrases, [.. warnings ?? []]);

    public static ExtractKeyPhrasesResult ExtractKeyPhrasesResult(string id, TextAnalyticsError error) => new(id, error);

    public static ExtractKeyPhrasesResult ExtractKeyPhrasesResult(string id, TextDocumentStatistics statistics, KeyPhraseCollection keyPhrases) =>
        new(id, statistics, keyPhrases);

    public static ExtractKeyPhrasesResultCollection ExtractKeyPhrasesResultCollection(
        IEnumerable<ExtractKeyPhrasesResult> list, TextDocumentBatchStatistics statistics, string modelVersion) => new([.. list], statistics, modelVersion);

    public static DetectedLanguage DetectedLanguage(string name, string iso6391Name, double confidenceScore, IList<TextAnalyticsWarning> warnings = null) =>
        new() { Name = name, Iso6391Name = iso6391Name, ConfidenceScore = confidenceScore, Warnings = [.. warnings ?? []] };

    public static DetectLanguageResult DetectLanguageResult(string id, TextAnalyticsError error) => new(id, error);

    public static DetectLanguageResult DetectLanguageResult(string id, TextDocumentStatistics statistics, DetectedLanguage detectedLanguage) =>
        new(id, statistics, detectedLanguage);

    public static DetectLanguageResultCollection DetectLanguageResultCollection(
        IEnumerable<DetectLanguageResult> list, TextDocumentBatchStatistics statistics, string modelVersion) => new([.. list], statistics, modelVersion);
}
