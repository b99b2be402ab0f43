using System.Text.Json.Serialization;

namespace Campaigns.Listening.Erasures;

/// <summary>What the erasures queue carries: an erasure that goes on. It names nobody.</summary>
/// <param name="Id">The erasure.</param>
public sealed record ErasureMessage([property: JsonPropertyName("id")] string Id);
