using System.ComponentModel.DataAnnotations;

namespace Campaigns.Insight.Language;

/// <summary>Azure AI Language: where it is, how it is signed in to, and what it charges.</summary>
public sealed class LanguageOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Insight";

    /// <summary>The resource's address; without it the embedded analyser works.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The resource's key; without it the app's managed identity signs in.</summary>
    public string? Key { get; set; }

    /// <summary>The version of the service's models.</summary>
    [Required]
    [RegularExpression("^[A-Za-z0-9-]{1,40}$")]
    public string ModelVersion { get; set; } = "latest";

    /// <summary>How long one request may take, in seconds.</summary>
    [Range(1, 100)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>The price of a thousand text records.</summary>
    [Range(0, 1_000_000)]
    public decimal? PricePerThousandRecords { get; set; }

    /// <summary>The currency of the prices, three letters as ISO 4217 has them.</summary>
    [Required]
    [RegularExpression("^[A-Z]{3}$")]
    public string PriceCurrency { get; set; } = "USD";

    /// <summary>Prices of features that cost something else, by <c>Language</c>, <c>PersonalData</c>, <c>Sentiment</c> or <c>KeyPhrases</c>.</summary>
    public Dictionary<string, FeaturePrice> Prices { get; } = new(StringComparer.OrdinalIgnoreCase);
}
