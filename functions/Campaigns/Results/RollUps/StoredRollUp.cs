using Azure;

namespace Campaigns.Results.RollUps;

/// <summary>What is stored of a roll-up, without the figures: enough to see what must be written, and that nobody else writes meanwhile.</summary>
/// <param name="Plan">What of the plan the figures depended on; null before the first roll-up.</param>
/// <param name="SummaryTag">Storage's tag of the summary; null before the first roll-up.</param>
/// <param name="Rows">The other rows, by their keys: the digest of each, and storage's tag.</param>
public sealed record StoredRollUp(string? Plan, ETag? SummaryTag, IReadOnlyDictionary<string, (string? Digest, ETag ETag)> Rows);
