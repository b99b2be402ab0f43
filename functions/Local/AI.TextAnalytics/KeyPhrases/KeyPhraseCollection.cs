using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>What a text is chiefly about.</summary>
public class KeyPhraseCollection : ReadOnlyCollection<string>
{
    internal KeyPhraseCollection(IList<string> list, IReadOnlyCollection<TextAnalyticsWarning> warnings)
        : base(list) => Warnings = warnings;

    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}
