using Azure;

namespace Campaigns.Insight;

/// <summary>Something as it is stored.</summary>
/// <param name="Tag">Storage's tag; null where it is not stored yet.</param>
/// <param name="Value">What it is.</param>
internal sealed record StoredRow<T>(ETag? Tag, T Value);
