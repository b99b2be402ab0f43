using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>The things that a text names.</summary>
public class CategorizedEntityCollection : ReadOnlyCollection<CategorizedEntity>
{
    internal CategorizedEntityCollection(IList<CategorizedEntity> list, IReadOnlyCollection<TextAnalyticsWarning> warnings)
        : base(list) => Warnings = warnings;

    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}
