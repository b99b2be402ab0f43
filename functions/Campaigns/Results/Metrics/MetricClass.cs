using System.Text.Json.Serialization;

namespace Campaigns.Results.Metrics;

/// <summary>What a metric tells, in the layers of the government's evaluation framework.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MetricClass>))]
public enum MetricClass
{
    /// <summary>What was put in.</summary>
    [JsonStringEnumMemberName("input")]
    Input,

    /// <summary>What went out and how far it could be seen.</summary>
    [JsonStringEnumMemberName("output")]
    Output,

    /// <summary>What people made of it.</summary>
    [JsonStringEnumMemberName("outtake")]
    Outtake,

    /// <summary>What people did because of it.</summary>
    [JsonStringEnumMemberName("outcome")]
    Outcome,

    /// <summary>What came of that.</summary>
    [JsonStringEnumMemberName("impact")]
    Impact,
}
