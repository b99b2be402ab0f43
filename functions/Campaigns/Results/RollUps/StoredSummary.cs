using Azure;

namespace Campaigns.Results.RollUps;

/// <summary>A summary as it was read.</summary>
/// <param name="Summary">The summary.</param>
/// <param name="ETag">Storage's tag.</param>
public sealed record StoredSummary(Summary Summary, ETag ETag);
