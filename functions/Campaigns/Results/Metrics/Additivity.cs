using System.Text.Json.Serialization;

namespace Campaigns.Results.Metrics;

/// <summary>How the parts of a metric make the whole.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Additivity>))]
public enum Additivity
{
    /// <summary>The whole is the sum of its parts.</summary>
    [JsonStringEnumMemberName("sum")]
    Sum,

    /// <summary>The whole is a union: it lies between the greatest part and the sum of the parts, and is never summed.</summary>
    [JsonStringEnumMemberName("union")]
    Union,

    /// <summary>The whole is the greatest of its parts.</summary>
    [JsonStringEnumMemberName("max")]
    Max,

    /// <summary>Parts do not make a whole.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}
