namespace Azure.AI.TextAnalytics;

/// <summary>The things that one document names.</summary>
public class RecognizeEntitiesResult : TextAnalyticsResult
{
    private readonly CategorizedEntityCollection entities;

    internal RecognizeEntitiesResult(string id, TextDocumentStatistics statistics, CategorizedEntityCollection entities)
        : base(id, statistics) => this.entities = entities;

    internal RecognizeEntitiesResult(string id, TextAnalyticsError error)
        : base(id, error)
    {
    }

    public CategorizedEntityCollection Entities => Analysis(entities);
}
