using System.Text.Json.Serialization;

namespace Campaigns.Listening.Supporters;

/// <summary>What a supporter is; nobody else is ever named.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SupporterKind>))]
public enum SupporterKind
{
    /// <summary>An organisation.</summary>
    [JsonStringEnumMemberName("organisation")]
    Organisation,

    /// <summary>A person in a public role.</summary>
    [JsonStringEnumMemberName("publicFigure")]
    PublicFigure,
}
