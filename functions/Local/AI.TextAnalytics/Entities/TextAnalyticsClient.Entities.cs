using Azure.AI.TextAnalytics.Wire;

namespace Azure.AI.TextAnalytics;

public partial class TextAnalyticsClient
{
    public virtual async Task<Response<CategorizedEntityCollection>> RecognizeEntitiesAsync(
        string document, string language = null, CancellationToken cancellationToken = default) =>
        await service.OneAsync(Analysis.Entities, Document.One(document, Language(language)), null, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<CategorizedEntityCollection> RecognizeEntities(
        string document, string language = null, CancellationToken cancellationToken = default) =>
        service.OneAsync(Analysis.Entities, Document.One(document, Language(language)), null, async: false, cancellationToken).GetAwaiter().GetResult();

    public virtual async Task<Response<RecognizeEntitiesResultCollection>> RecognizeEntitiesBatchAsync(
        IEnumerable<string> documents, string language = null, TextAnalyticsRequestOptions options = null, CancellationToken cancellationToken = default) =>
        await service.BatchAsync(Analysis.Entities, Document.Numbered(documents, Language(language)), options, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<RecognizeEntitiesResultCollection> RecognizeEntitiesBatch(
        IEnumerable<string> documents, string language = null, TextAnalyticsRequestOptions options = null, CancellationToken cancellationToken = default) =>
        service.BatchAsync(Analysis.Entities, Document.Numbered(documents, Language(language)), options, async: false, cancellationToken).GetAwaiter().GetResult();

    public virtual async Task<Response<RecognizeEntitiesResultCollection>> RecognizeEntitiesBatchAsync(
        IEnumerable<TextDocumentInput> documents, TextAnalyticsRequestOptions options = null, CancellationToken cancellationToken = default) =>
        await service.BatchAsync(Analysis.Entities, Document.From(documents, Language(null)), options, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<RecognizeEntitiesResultCollection> RecognizeEntitiesBatch(
        IEnumerable<TextDocumentInput> documents, TextAnalyticsRequestOptions options = null, CancellationToken cancellationToken = default) =>
        service.BatchAsync(Analysis.Entities, Document.From(documents, Language(null)), options, async: false, cancellationToken).GetAwaiter().GetResult();
}
