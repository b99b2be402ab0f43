using Azure;

namespace Campaigns.Results.RollUps;

/// <summary>A summary as it was read.</summary>
/// <param name="Summary">The summary.</param>
/// <param name="ETag">Storage's tag.</param>
/// <param name="WrittenAt">When storage took it in: its own moment is that at which the roll-up began.</param>
public sealed record StoredSummary(Summary Summary, ETag ETag, DateTimeOffset? WrittenAt);
