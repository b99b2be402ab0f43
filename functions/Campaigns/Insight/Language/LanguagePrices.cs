namespace Campaigns.Insight.Language;

/// <summary>What the service charges for a thousand text records of each feature.</summary>
/// <param name="PerThousand">The prices; null where the settings do not say.</param>
/// <param name="Currency">What they are in.</param>
internal sealed record LanguagePrices(IReadOnlyDictionary<LanguageFeature, decimal?> PerThousand, string Currency)
{
    /// <summary>Whether every feature has a price, without which no budget in money can be kept.</summary>
    public bool AreKnown => PerThousand.Values.All(price => price is not null);

    public static LanguagePrices From(LanguageOptions options) => new(
        RecordCounts.Features.ToDictionary(
            feature => feature,
            feature => options.Prices.TryGetValue(feature.ToString(), out var own) ? own.PerThousandRecords ?? options.PricePerThousandRecords : options.PricePerThousandRecords),
        options.PriceCurrency);

    /// <summary>The price of so many records; what has no price counts as free.</summary>
    public decimal Of(RecordCounts records) => RecordCounts.Features.Sum(feature => records[feature] * (PerThousand[feature] ?? 0) / 1000);
}
