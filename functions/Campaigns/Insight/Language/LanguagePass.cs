using Azure.AI.TextAnalytics;

namespace Campaigns.Insight.Language;

/// <summary>Takes documents through the service: their languages, then, ten at a time, what they feel, what of them is personal, and what is spoken of in the rest.</summary>
/// <param name="features">What the service can be asked.</param>
internal sealed class LanguagePass(LanguageFeatures features)
{
    private const int GroupSize = 10;
    private const int AtOnce = 4;

    /// <summary>Analyses documents.</summary>
    /// <param name="documents">The documents, each with how far it goes.</param>
    /// <param name="version">Told which version of the model answers.</param>
    /// <param name="usage">What is paid for.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task RunAsync(
        IReadOnlyDictionary<LanguageDocument, AnalysisDepth> documents, Action<string> version, LanguageUsage usage, CancellationToken cancellationToken)
    {
        var unknown = documents.Keys.Where(document => document.IsDetected).ToList();
        var detected = await features.DetectAsync(
            [.. unknown.Select(document => new LanguageQuestion(LanguageDocuments.Beginning(document.Text, RecordCounts.RecordSize), null, 1))], usage, cancellationToken);
        foreach (var (document, outcome) in unknown.Zip(detected))
        {
            (document.Status, document.Language) = (outcome.Status, LanguageCode.ToSend(outcome.Value));
            if (document is { Status: InsightStatus.Analysed, Language: null })
            {
                document.Status = InsightStatus.NotOffered;
            }
        }

        await Parallel.ForEachAsync(
            documents.Keys.Where(document => document.Status == InsightStatus.Analysed).Chunk(GroupSize),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (group, stop) =>
            {
                // Where another group fails, this one asks nothing further; but what is under way is paid for, and whether it was done is worth knowing.
                await FeelAsync(group, version, usage, cancellationToken);
                stop.ThrowIfCancellationRequested();
                await SpeakAsync([.. group.Where(document => document.Status == InsightStatus.Analysed && documents[document] == AnalysisDepth.Phrases)], usage, cancellationToken);
            });
    }

    private async Task FeelAsync(IReadOnlyList<LanguageDocument> group, Action<string> version, LanguageUsage usage, CancellationToken cancellationToken)
    {
        var outcomes = await features.SentimentAsync([.. group.Select(document => Question(document, document.Text))], version, usage, cancellationToken);
        foreach (var (document, outcome) in group.Zip(outcomes))
        {
            document.Status = outcome.Status;
            if (outcome.Value is { } found)
            {
                (document.Sentiment, document.Confidence) = Class(found);
            }
        }
    }

    private async Task SpeakAsync(IReadOnlyList<LanguageDocument> group, LanguageUsage usage, CancellationToken cancellationToken)
    {
        var personal = await features.PersonalDataAsync([.. group.Select(document => Question(document, document.Text))], usage, cancellationToken);
        // Of a text that the service could not look through for personal data, no phrases are asked for.
        var rest = group.Zip(personal, (document, outcome) => (Document: document, Text: outcome.Value is { } found ? PhraseText.Without(document.Text, found) : null))
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Text)).ToList();
        var phrases = await features.KeyPhrasesAsync([.. rest.Select(pair => Question(pair.Document, pair.Text!))], usage, cancellationToken);
        foreach (var (pair, outcome) in rest.Zip(phrases))
        {
            pair.Document.Phrases = PhraseText.Told(outcome.Value ?? Enumerable.Empty<string>());
        }
    }

    // Without its personal data a text is never longer: it is charged no more than was reserved.
    private static LanguageQuestion Question(LanguageDocument document, string text) => new(text, document.Language, document.Records);

    /// <summary>The class as the service gives it, and its own score for it; for mixed, how much of the text takes a side.</summary>
    private static (Sentiment, double) Class(DocumentSentiment found) => found.Sentiment switch
    {
        TextSentiment.Positive => (Sentiment.Positive, found.ConfidenceScores.Positive),
        TextSentiment.Negative => (Sentiment.Negative, found.ConfidenceScores.Negative),
        TextSentiment.Mixed => (Sentiment.Mixed, Math.Min(1, found.ConfidenceScores.Positive + found.ConfidenceScores.Negative)),
        _ => (Sentiment.Neutral, found.ConfidenceScores.Neutral),
    };
}
