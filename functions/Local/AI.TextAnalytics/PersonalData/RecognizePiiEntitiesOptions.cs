namespace Azure.AI.TextAnalytics;

/// <inheritdoc/>
public class RecognizePiiEntitiesOptions : TextAnalyticsRequestOptions
{
    public RecognizePiiEntitiesOptions()
    {
    }

    public PiiEntityDomain DomainFilter { get; set; }

    public IList<PiiEntityCategory> CategoriesFilter { get; internal set; } = [];
}
