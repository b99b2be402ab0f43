using Azure;

namespace Campaigns.Results.RollUps;

/// <summary>The hours of a local day as they were read.</summary>
/// <param name="Row">The key of the row that they stand in.</param>
/// <param name="ChangedAt">When any of them changed last.</param>
/// <param name="Parts">The hours by channel and kind, in the order of time.</param>
/// <param name="ETag">Storage's tag.</param>
/// <param name="Digest">The digest of what the row holds.</param>
public sealed record StoredHours(string Row, DateTimeOffset ChangedAt, IReadOnlyList<HourPart> Parts, ETag ETag, string? Digest);
