using Azure;

namespace Campaigns.Results.RollUps;

/// <summary>The hours of a local day as they were read.</summary>
/// <param name="Day">The day in the campaign's time zone, as <c>yyyy-MM-dd</c>.</param>
/// <param name="ChangedAt">When any of them changed last.</param>
/// <param name="Parts">The hours by channel and kind, in the order of time.</param>
/// <param name="ETag">Storage's tag; null where an earlier version stored it, for good.</param>
public sealed record StoredHours(string Day, DateTimeOffset ChangedAt, IReadOnlyList<HourPart> Parts, ETag? ETag);
