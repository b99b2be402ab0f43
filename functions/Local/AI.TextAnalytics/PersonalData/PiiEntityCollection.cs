using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>The personal data in a text, and the text without it.</summary>
public class PiiEntityCollection : ReadOnlyCollection<PiiEntity>
{
    internal PiiEntityCollection(IList<PiiEntity> list, string redactedText, IReadOnlyCollection<TextAnalyticsWarning> warnings)
        : base(list) => (Warnings, RedactedText) = (warnings, redactedText);

    public string RedactedText { get; }

    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}
