namespace Azure.AI.TextAnalytics;

/// <summary>Makes results as the service would, for tests of what uses a client.</summary>
public static partial class TextAnalyticsModelFactory
{
    public static TextAnalyticsError TextAnalyticsError(string code, string message, string target = null) =>
        new() { ErrorCode = code, Message = message, Target = target };

    public static TextAnalyticsWarning TextAnalyticsWarning(string code, string message) => new() { WarningCode = code, Message = message };

    public static TextDocumentStatistics TextDocumentStatistics(int characterCount, int transactionCount) =>
        new() { CharacterCount = characterCount, TransactionCount = transactionCount };

    public static TextDocumentBatchStatistics TextDocumentBatchStatistics(int documentCount, int validDocumentCount, int invalidDocumentCount, long transactionCount) =>
        new()
        {
            DocumentCount = documentCount,
            ValidDocumentCount = validDocumentCount,
            InvalidDocumentCount = invalidDocumentCount,
            TransactionCount = transactionCount,
        };

    public static SentimentConfidenceScores SentimentConfidenceScores(double positiveScore, double neutralScore, double negativeScore) =>
        new() { Positive = positiveScore, Neutral = neutralScore, Negative = negativeScore };

    public static DocumentSentiment DocumentSentiment(
        TextSentiment sentiment, double positiveScore, double neutralScore, double negativeScore, List<SentenceSentiment> sentenceSentiments, IList<TextAnalyticsWarning> warnings = null) =>
        new()
        {
            Sentiment = sentiment,
            ConfidenceScores = SentimentConfidenceScores(positiveScore, neutralScore, negativeScore),
            Sentences = sentenceSentiments ?? [],
            Warnings = [.. warnings ?? []],
        };

    public static SentenceSentiment SentenceSentiment(TextSentiment sentiment, string text, double positiveScore, double neutralScore, double negativeScore) =>
        SentenceSentiment(sentiment, text, positiveScore, neutralScore, negativeScore, offset: 0, length: 0, opinions: []);

    public static SentenceSentiment SentenceSentiment(
        TextSentiment sentiment, string text, double positiveScore, double neutralScore, double negativeScore, int offset, int length, IEnumerable<SentenceOpinion> opinions) =>
        new()
        {
            Sentiment = sentiment,
            Text = text ?? "",
            ConfidenceScores = SentimentConfidenceScores(positiveScore, neutralScore, negativeScore),
            Offset = offset,
            Length = length,
            Opinions = [.. opinions ?? []],
        };

    public static SentenceOpinion SentenceOpinion(TargetSentiment target, IEnumerable<AssessmentSentiment> assessments) =>
        new() { Target = target, Assessments = [.. assessments] };

    public static TargetSentiment TargetSentiment(TextSentiment sentiment, string text, double positiveScore, double negativeScore, int offset, int length) =>
        new()
        {
            Sentiment = sentiment,
            ConfidenceScores = SentimentConfidenceScores(positiveScore, 0, negativeScore),
            Text = text,
            Offset = offset,
            Length = length,
        };

    public static AssessmentSentiment AssessmentSentiment(
        TextSentiment sentiment, double positiveScore, double negativeScore, string text, bool isNegated, int offset, int length) =>
        new()
        {
            Sentiment = sentiment,
            ConfidenceScores = SentimentConfidenceScores(positiveScore, 0, negativeScore),
            Text = text,
            IsNegated = isNegated,
            Offset = offset,
            Length = length,
        };

    public static AnalyzeSentimentResult AnalyzeSentimentResult(string id, TextAnalyticsError error) => new(id, error);

    public static AnalyzeSentimentResult AnalyzeSentimentResult(string id, TextDocumentStatistics statistics, DocumentSentiment documentSentiment) =>
        new(id, statistics, documentSentiment);

    public static AnalyzeSentimentResultCollection AnalyzeSentimentResultCollection(
        IEnumerable<AnalyzeSentimentResult> list, TextDocumentBatchStatistics statistics, string modelVersion) => new([.. list], statistics, modelVersion);
}
