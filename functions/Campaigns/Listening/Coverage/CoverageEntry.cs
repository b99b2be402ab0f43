using System.Text.Json.Serialization;

namespace Campaigns.Listening.Coverage;

/// <summary>Which part of the listening window was really looked at.</summary>
/// <param name="Channel">The channel; null for all.</param>
/// <param name="Hashtag">The hashtag, folded; null for all.</param>
/// <param name="From">The first moment.</param>
/// <param name="To">The end, exclusive.</param>
/// <param name="State">One of <see cref="CoverageState"/>.</param>
/// <param name="Got">How many mentions were got; null where that is unknown.</param>
/// <param name="Missed">How many were missed; null where that is unknown.</param>
public sealed record CoverageEntry(string? Channel, string? Hashtag, DateTimeOffset From, DateTimeOffset To, string State, long? Got, long? Missed)
{
    /// <summary>Which of the channel's places was searched: a feed, or a server; null where the channel is one place.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Place { get; init; }

    /// <summary>How many requests were made; null where the engine did not search.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Asked { get; init; }
}
