using System.ComponentModel.DataAnnotations;

namespace Campaigns.Listening.Search;

/// <summary>What a channel charges; what is left out is as the engine knows it.</summary>
public sealed class ChannelPrice
{
    /// <summary>The price of one request.</summary>
    [Range(0, 1_000_000)]
    public decimal? PerCall { get; set; }

    /// <summary>The price of one item that is found.</summary>
    [Range(0, 1_000_000)]
    public decimal? PerItem { get; set; }

    /// <summary>The currency, three letters as ISO 4217 has them.</summary>
    [RegularExpression("^[A-Z]{3}$")]
    public string? Currency { get; set; }
}
