using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>The results of a request, in the order of its documents.</summary>
public class DetectLanguageResultCollection : ReadOnlyCollection<DetectLanguageResult>
{
    internal DetectLanguageResultCollection(IList<DetectLanguageResult> list, TextDocumentBatchStatistics statistics, string modelVersion)
        : base(list) => (Statistics, ModelVersion) = (statistics, modelVersion);

    public TextDocumentBatchStatistics Statistics { get; }

    public string ModelVersion { get; }
}
