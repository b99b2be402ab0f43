using Azure.AI.TextAnalytics.Wire;

namespace Azure.AI.TextAnalytics;

public partial class TextAnalyticsClient
{
    public virtual async Task<Response<DetectedLanguage>> DetectLanguageAsync(
        string document, string countryHint = null, CancellationToken cancellationToken = default) =>
        await service.OneAsync(Analysis.Language, Document.One(document, Country(countryHint)), null, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<DetectedLanguage> DetectLanguage(
        string document, string countryHint = null, CancellationToken cancellationToken = default) =>
        service.OneAsync(Analysis.Language, Document.One(document, Country(countryHint)), null, async: false, cancellationToken).GetAwaiter().GetResult();

    public virtual async Task<Response<DetectLanguageResultCollection>> DetectLanguageBatchAsync(
        IEnumerable<string> documents, string countryHint = null, TextAnalyticsRequestOptions options = null, CancellationToken cancellationToken = default) =>
        await service.BatchAsync(Analysis.Language, Document.Numbered(documents, Country(countryHint)), options, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<DetectLanguageResultCollection> DetectLanguageBatch(
        IEnumerable<string> documents, string countryHint = null, TextAnalyticsRequestOptions options = null, CancellationToken cancellationToken = default) =>
        service.BatchAsync(Analysis.Language, Document.Numbered(documents, Country(countryHint)), options, async: false, cancellationToken).GetAwaiter().GetResult();

    public virtual async Task<Response<DetectLanguageResultCollection>> DetectLanguageBatchAsync(
        IEnumerable<DetectLanguageInput> documents, TextAnalyticsRequestOptions options = null, CancellationToken cancellationToken = default) =>
        await service.BatchAsync(Analysis.Language, Document.From(documents, Country(null)), options, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<DetectLanguageResultCollection> DetectLanguageBatch(
        IEnumerable<DetectLanguageInput> documents, TextAnalyticsRequestOptions options = null, CancellationToken cancellationToken = default) =>
        service.BatchAsync(Analysis.Language, Document.From(documents, Country(null)), options, async: false, cancellationToken).GetAwaiter().GetResult();
}
