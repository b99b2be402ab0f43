using Azure.AI.TextAnalytics.Wire;

namespace Azure.AI.TextAnalytics;

public partial class TextAnalyticsClient
{
    public virtual async Task<Response<KeyPhraseCollection>> ExtractKeyPhrasesAsync(
        string document, string language = null, CancellationToken cancellationToken = default) =>
        await service.OneAsync(Analysis.KeyPhrases, Document.One(document, Language(language)), null, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<KeyPhraseCollection> ExtractKeyPhrases(
        string document, string language = null, CancellationToken cancellationToken = default) =>
        service.OneAsync(Analysis.KeyPhrases, Document.One(document, Language(language)), null, async: false, cancellationToken).GetAwaiter().GetResult();

    public virtual async Task<Response<ExtractKeyPhrasesResultCollection>> ExtractKeyPhrasesBatchAsync(
        IEnumerable<string> documents, string language = null, TextAnalyticsRequestOptions options = null, CancellationToken cancellationToken = default) =>
        await service.BatchAsync(Analysis.KeyPhrases, Document.Numbered(documents, Language(language)), options, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<ExtractKeyPhrasesResultCollection> ExtractKeyPhrasesBatch(
        IEnumerable<string> documents, string language = null, TextAnalyticsRequestOptions options = null, CancellationToken cancellationToken = default) =>
        service.BatchAsync(Analysis.KeyPhrases, Document.Numbered(documents, Language(language)), options, async: false, cancellationToken).GetAwaiter().GetResult();

    public virtual async Task<Response<ExtractKeyPhrasesResultCollection>> ExtractKeyPhrasesBatchAsync(
        IEnumerable<TextDocumentInput> documents, TextAnalyticsRequestOptions options = null, CancellationToken cancellationToken = default) =>
        await service.BatchAsync(Analysis.KeyPhrases, Document.From(documents, Language(null)), options, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<ExtractKeyPhrasesResultCollection> ExtractKeyPhrasesBatch(
        IEnumerable<TextDocumentInput> documents, TextAnalyticsRequestOptions options = null, CancellationToken cancellationToken = default) =>
        service.BatchAsync(Analysis.KeyPhrases, Document.From(documents, Language(null)), options, async: false, cancellationToken).GetAwaiter().GetResult();
}
