using Azure.AI.TextAnalytics.Wire;

namespace Azure.AI.TextAnalytics;

public partial class TextAnalyticsClient
{
    public virtual async Task<Response<DocumentSentiment>> AnalyzeSentimentAsync(
        string document, string language = null, AnalyzeSentimentOptions options = null, CancellationToken cancellationToken = default) =>
        await service.OneAsync(Analysis.Sentiment, Document.One(document, Language(language)), options, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<DocumentSentiment> AnalyzeSentiment(
        string document, string language = null, AnalyzeSentimentOptions options = null, CancellationToken cancellationToken = default) =>
        service.OneAsync(Analysis.Sentiment, Document.One(document, Language(language)), options, async: false, cancellationToken).GetAwaiter().GetResult();

    public virtual async Task<Response<DocumentSentiment>> AnalyzeSentimentAsync(
        string document, string language, CancellationToken cancellationToken) =>
        await service.OneAsync(Analysis.Sentiment, Document.One(document, Language(language)), null, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<DocumentSentiment> AnalyzeSentiment(
        string document, string language, CancellationToken cancellationToken) =>
        service.OneAsync(Analysis.Sentiment, Document.One(document, Language(language)), null, async: false, cancellationToken).GetAwaiter().GetResult();

    public virtual async Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(
        IEnumerable<string> documents, string language = null, AnalyzeSentimentOptions options = null, CancellationToken cancellationToken = default) =>
        await service.BatchAsync(Analysis.Sentiment, Document.Numbered(documents, Language(language)), options, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<AnalyzeSentimentResultCollection> AnalyzeSentimentBatch(
        IEnumerable<string> documents, string language = null, AnalyzeSentimentOptions options = null, CancellationToken cancellationToken = default) =>
        service.BatchAsync(Analysis.Sentiment, Document.Numbered(documents, Language(language)), options, async: false, cancellationToken).GetAwaiter().GetResult();

    public virtual async Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(
        IEnumerable<TextDocumentInput> documents, AnalyzeSentimentOptions options = null, CancellationToken cancellationToken = default) =>
        await service.BatchAsync(Analysis.Sentiment, Document.From(documents, Language(null)), options, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<AnalyzeSentimentResultCollection> AnalyzeSentimentBatch(
        IEnumerable<TextDocumentInput> documents, AnalyzeSentimentOptions options = null, CancellationToken cancellationToken = default) =>
        service.BatchAsync(Analysis.Sentiment, Document.From(documents, Language(null)), options, async: false, cancellationToken).GetAwaiter().GetResult();

    public virtual async Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(
        IEnumerable<string> documents, string language, TextAnalyticsRequestOptions options, CancellationToken cancellationToken = default) =>
        await service.BatchAsync(Analysis.Sentiment, Document.Numbered(documents, Language(language)), options, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<AnalyzeSentimentResultCollection> AnalyzeSentimentBatch(
        IEnumerable<string> documents, string language, TextAnalyticsRequestOptions options, CancellationToken cancellationToken = default) =>
        service.BatchAsync(Analysis.Sentiment, Document.Numbered(documents, Language(language)), options, async: false, cancellationToken).GetAwaiter().GetResult();

    public virtual async Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(
        IEnumerable<TextDocumentInput> documents, TextAnalyticsRequestOptions options, CancellationToken cancellationToken = default) =>
        await service.BatchAsync(Analysis.Sentiment, Document.From(documents, Language(null)), options, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<AnalyzeSentimentResultCollection> AnalyzeSentimentBatch(
        IEnumerable<TextDocumentInput> documents, TextAnalyticsRequestOptions options, CancellationToken cancellationToken = default) =>
        service.BatchAsync(Analysis.Sentiment, Document.From(documents, Language(null)), options, async: false, cancellationToken).GetAwaiter().GetResult();
}
