using System.Text.Json.Serialization;

namespace Campaigns.Insight;

/// <summary>What a text feels.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Sentiment>))]
public enum Sentiment
{
    /// <summary>It speaks well of something.</summary>
    [JsonStringEnumMemberName("positive")]
    Positive,

    /// <summary>It says neither.</summary>
    [JsonStringEnumMemberName("neutral")]
    Neutral,

    /// <summary>It speaks ill of something.</summary>
    [JsonStringEnumMemberName("negative")]
    Negative,

    /// <summary>It does both.</summary>
    [JsonStringEnumMemberName("mixed")]
    Mixed,
}
