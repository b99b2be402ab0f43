using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>The results of a request, in the order of its documents.</summary>
public class RecognizeEntitiesResultCollection : ReadOnlyCollection<RecognizeEntitiesResult>
{
    internal RecognizeEntitiesResultCollection(IList<RecognizeEntitiesResult> list, TextDocumentBatchStatistics statistics, string modelVersion)
        : base(list) => (Statistics, ModelVersion) = (statistics, modelVersion);

    public TextDocumentBatchStatistics Statistics { get; }

    public string ModelVersion { get; }
}
