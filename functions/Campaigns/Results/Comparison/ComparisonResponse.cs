namespace Campaigns.Results.Comparison;

/// <summary>This campaign beside the one that its plan compares it with.</summary>
/// <param name="CampaignId">The other campaign.</param>
/// <param name="Name">Its name; null for a caller who may not open it.</param>
/// <param name="From">Its first moment.</param>
/// <param name="To">Its end, exclusive.</param>
/// <param name="Values">What was counted there, by the metric's id, and the change.</param>
public sealed record ComparisonResponse(string CampaignId, string? Name, DateTimeOffset? From, DateTimeOffset? To, IReadOnlyDictionary<string, ComparedResponse> Values);
