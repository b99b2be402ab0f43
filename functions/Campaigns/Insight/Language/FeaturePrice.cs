using System.ComponentModel.DataAnnotations;

namespace Campaigns.Insight.Language;

/// <summary>What a feature costs, where it is not what the others cost.</summary>
public sealed class FeaturePrice
{
    /// <summary>The price of a thousand text records.</summary>
    [Range(0, 1_000_000)]
    public decimal? PerThousandRecords { get; set; }
}
