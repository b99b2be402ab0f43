using System.Text.Json.Serialization;

namespace Campaigns.Listening.Cells;

/// <summary>What the roll-ups queue carries: a campaign whose cells changed.</summary>
/// <param name="Campaign">Its id.</param>
/// <param name="Generation">Its generation.</param>
public sealed record RollUpMessage(
    [property: JsonPropertyName("campaign")] string Campaign,
    [property: JsonPropertyName("generation")] string Generation);
