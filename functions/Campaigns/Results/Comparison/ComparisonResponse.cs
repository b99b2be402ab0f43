using System.Text.Json.Serialization;

namespace Campaigns.Results.Comparison;

/// <summary>This campaign beside the one that its plan compares it with, or days of it beside others.</summary>
/// <param name="CampaignId">The other campaign; of days that were asked for this one.</param>
/// <param name="Name">Its name; null for a caller who may not open it.</param>
/// <param name="From">Its first moment, or that of the other days.</param>
/// <param name="To">Their end, exclusive.</param>
/// <param name="Values">What was counted there, by the metric's id, and the change.</param>
public sealed record ComparisonResponse(string CampaignId, string? Name, DateTimeOffset? From, DateTimeOffset? To, IReadOnlyDictionary<string, ComparedResponse> Values)
{
    /// <summary>What makes the two unlike, in words: their lengths, what was searched, what was counted. Empty where nothing does.</summary>
    public IReadOnlyList<string> Unlike { get; init; } = [];

    /// <summary>As many days of both, while this campaign runs; left out before the second day of either and after its end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SoFarResponse? SoFar { get; init; }
}
