using System.Text.Json.Serialization;

namespace Campaigns.Listening.Erasures;

/// <summary>What the erasures queue carries: an erasure that goes on. It names nobody.</summary>
/// <param name="Id">The erasure.</param>
/// <param name="Step">Its step; a message of an earlier one is a repetition.</param>
public sealed record ErasureMessage([property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("step")] int Step);
