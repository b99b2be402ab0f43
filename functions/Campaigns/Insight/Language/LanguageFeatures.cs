using Azure.AI.TextAnalytics;
using Microsoft.Extensions.Options;

namespace Campaigns.Insight.Language;

/// <summary>What the service can be asked. Of no request does it keep the text: its logs are off in every one.</summary>
/// <param name="client">The official client.</param>
/// <param name="calls">Sends requests.</param>
/// <param name="options">The version of the models.</param>
internal sealed class LanguageFeatures(TextAnalyticsClient client, LanguageCalls calls, IOptions<LanguageOptions> options)
{
    private readonly string model = options.Value.ModelVersion;

    /// <summary>The languages of texts, as the service spells them.</summary>
    public Task<IReadOnlyList<LanguageOutcome<string>>> DetectAsync(IReadOnlyList<LanguageQuestion> questions, LanguageUsage usage, CancellationToken cancellationToken) =>
        calls.AskAsync<DetectLanguageResult, string>(
            LanguageFeature.Language,
            1000,
            questions,
            async (documents, token) => (await client.DetectLanguageBatchAsync(
                [.. documents.Select(document => new DetectLanguageInput(document.Id, document.Question.Text) { CountryHint = DetectLanguageInput.None })],
                new TextAnalyticsRequestOptions { DisableServiceLogs = true, ModelVersion = model },
                token)).Value,
            result => result.PrimaryLanguage.Iso6391Name,
            usage,
            cancellationToken);

    /// <summary>What texts feel.</summary>
    public Task<IReadOnlyList<LanguageOutcome<DocumentSentiment>>> SentimentAsync(
        IReadOnlyList<LanguageQuestion> questions, Action<string> version, LanguageUsage usage, CancellationToken cancellationToken) =>
        calls.AskAsync<AnalyzeSentimentResult, DocumentSentiment>(
            LanguageFeature.Sentiment,
            10,
            questions,
            async (documents, token) =>
            {
                var answer = (await client.AnalyzeSentimentBatchAsync(
                    Inputs(documents), new AnalyzeSentimentOptions { DisableServiceLogs = true, ModelVersion = model }, token)).Value;
                version(answer.ModelVersion);
                return answer;
            },
            result => result.DocumentSentiment,
            usage,
            cancellationToken);

    /// <summary>The personal data that the service sees in texts.</summary>
    public Task<IReadOnlyList<LanguageOutcome<PiiEntityCollection>>> PersonalDataAsync(
        IReadOnlyList<LanguageQuestion> questions, LanguageUsage usage, CancellationToken cancellationToken) =>
        calls.AskAsync<RecognizePiiEntitiesResult, PiiEntityCollection>(
            LanguageFeature.PersonalData,
            5,
            questions,
            async (documents, token) => (await client.RecognizePiiEntitiesBatchAsync(
                Inputs(documents), new RecognizePiiEntitiesOptions { DisableServiceLogs = true, ModelVersion = model }, token)).Value,
            result => result.Entities,
            usage,
            cancellationToken);

    /// <summary>What texts speak of.</summary>
    public Task<IReadOnlyList<LanguageOutcome<KeyPhraseCollection>>> KeyPhrasesAsync(
        IReadOnlyList<LanguageQuestion> questions, LanguageUsage usage, CancellationToken cancellationToken) =>
        calls.AskAsync<ExtractKeyPhrasesResult, KeyPhraseCollection>(
            LanguageFeature.KeyPhrases,
            10,
            questions,
            async (documents, token) => (await client.ExtractKeyPhrasesBatchAsync(
                Inputs(documents), new TextAnalyticsRequestOptions { DisableServiceLogs = true, ModelVersion = model }, token)).Value,
            result => result.KeyPhrases,
            usage,
            cancellationToken);

    private static TextDocumentInput[] Inputs(IEnumerable<(string Id, LanguageQuestion Question)> documents) =>
        [.. documents.Select(document => new TextDocumentInput(document.Id, document.Question.Text) { Language = document.Question.Language })];
}
