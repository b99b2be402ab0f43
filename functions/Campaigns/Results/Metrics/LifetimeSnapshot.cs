namespace Campaigns.Results.Metrics;

/// <summary>What a counter showed that counts from the beginning, such as the likes of a post.</summary>
/// <param name="At">When it was read.</param>
/// <param name="Total">What it showed; null where it could not be read.</param>
public sealed record LifetimeSnapshot(DateTimeOffset At, long? Total);
