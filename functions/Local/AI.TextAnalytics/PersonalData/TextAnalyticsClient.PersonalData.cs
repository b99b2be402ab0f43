using Azure.AI.TextAnalytics.Wire;

namespace Azure.AI.TextAnalytics;

public partial class TextAnalyticsClient
{
    public virtual async Task<Response<PiiEntityCollection>> RecognizePiiEntitiesAsync(
        string document, string language = null, RecognizePiiEntitiesOptions options = null, CancellationToken cancellationToken = default) =>
        await service.OneAsync(Analysis.PersonalData, Document.One(document, Language(language)), options, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<PiiEntityCollection> RecognizePiiEntities(
        string document, string language = null, RecognizePiiEntitiesOptions options = null, CancellationToken cancellationToken = default) =>
        service.OneAsync(Analysis.PersonalData, Document.One(document, Language(language)), options, async: false, cancellationToken).GetAwaiter().GetResult();

    public virtual async Task<Response<RecognizePiiEntitiesResultCollection>> RecognizePiiEntitiesBatchAsync(
        IEnumerable<string> documents, string language = null, RecognizePiiEntitiesOptions options = null, CancellationToken cancellationToken = default) =>
        await service.BatchAsync(Analysis.PersonalData, Document.Numbered(documents, Language(language)), options, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<RecognizePiiEntitiesResultCollection> RecognizePiiEntitiesBatch(
        IEnumerable<string> documents, string language = null, RecognizePiiEntitiesOptions options = null, CancellationToken cancellationToken = default) =>
        service.BatchAsync(Analysis.PersonalData, Document.Numbered(documents, Language(language)), options, async: false, cancellationToken).GetAwaiter().GetResult();

    public virtual async Task<Response<RecognizePiiEntitiesResultCollection>> RecognizePiiEntitiesBatchAsync(
        IEnumerable<TextDocumentInput> documents, RecognizePiiEntitiesOptions options = null, CancellationToken cancellationToken = default) =>
        await service.BatchAsync(Analysis.PersonalData, Document.From(documents, Language(null)), options, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<RecognizePiiEntitiesResultCollection> RecognizePiiEntitiesBatch(
        IEnumerable<TextDocumentInput> documents, RecognizePiiEntitiesOptions options = null, CancellationToken cancellationToken = default) =>
        service.BatchAsync(Analysis.PersonalData, Document.From(documents, Language(null)), options, async: false, cancellationToken).GetAwaiter().GetResult();
}
