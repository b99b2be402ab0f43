using Azure.AI.TextAnalytics;

namespace Campaigns.Insight.Language;

/// <summary>
/// Takes documents through the service, ten at a time: their languages, what they feel, what of them is personal, and what is spoken of in the rest.
/// Where the service has enough, what was answered stays answered.
/// </summary>
/// <param name="features">What the service can be asked.</param>
internal sealed class LanguagePass(LanguageFeatures features) : IDisposable
{
    private const int GroupSize = 10;
    private const int AtOnce = 4;

    /// <summary>
    /// However many batches there are, so many groups of this process are under way. Where the service takes no more, those alone are broken off, and
    /// what of them was paid for is lost; with every batch's under way at once that would be most of what it took.
    /// </summary>
    private readonly SemaphoreSlim turns = new(AtOnce);

    /// <summary>Analyses documents, and notes which are answered.</summary>
    /// <param name="documents">The documents, each with how far it goes.</param>
    /// <param name="version">Told which version of the model answers.</param>
    /// <param name="usage">What is paid for.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Why some are not answered; null where all are.</returns>
    public async Task<Exception?> RunAsync(
        IReadOnlyDictionary<LanguageDocument, AnalysisDepth> documents, Action<string> version, LanguageUsage usage, CancellationToken cancellationToken)
    {
        Exception? trouble = null;
        await Parallel.ForEachAsync(
            documents.Keys.Chunk(GroupSize),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (group, _) =>
            {
                await turns.WaitAsync(cancellationToken);
                try
                {
                    // Where another group fails, none is begun any more; but those that are under way go on, for they are paid for.
                    if (Volatile.Read(ref trouble) is null)
                    {
                        await RunAsync(group, documents, version, usage, cancellationToken);
                    }
                }
                catch (Exception fault) when (fault is RetryLaterException or LanguageServiceException)
                {
                    Interlocked.CompareExchange(ref trouble, fault, null);
                }
                finally
                {
                    turns.Release();
                }
            });
        return trouble;
    }

    /// <inheritdoc />
    public void Dispose() => turns.Dispose();

    private async Task RunAsync(
        IReadOnlyList<LanguageDocument> group, IReadOnlyDictionary<LanguageDocument, AnalysisDepth> depths, Action<string> version, LanguageUsage usage,
        CancellationToken cancellationToken)
    {
        await DetectAsync([.. group.Where(document => document.IsDetected)], usage, cancellationToken);
        await FeelAsync([.. group.Where(document => document.Status == InsightStatus.Analysed)], version, usage, cancellationToken);
        await SpeakAsync([.. group.Where(document => document.Status == InsightStatus.Analysed && depths[document] == AnalysisDepth.Phrases)], usage, cancellationToken);
        foreach (var document in group)
        {
            document.IsAnswered = true;
        }
    }

    private async Task DetectAsync(IReadOnlyList<LanguageDocument> group, LanguageUsage usage, CancellationToken cancellationToken)
    {
        var outcomes = await features.DetectAsync(
            [.. group.Select(document => new LanguageQuestion(LanguageDocuments.Beginning(document.Text, RecordCounts.RecordSize), null, 1))], usage, cancellationToken);
        foreach (var (document, outcome) in group.Zip(outcomes))
        {
            (document.Status, document.Language) = (outcome.Status, LanguageCode.ToSend(outcome.Value));
            if (document is { Status: InsightStatus.Analysed, Language: null })
            {
                document.Status = InsightStatus.NotOffered;
            }
        }
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
