namespace Campaigns.Results.Metrics;

/// <summary>By how much a lifetime counter grew between two readings.</summary>
/// <param name="From">The earlier reading.</param>
/// <param name="To">The later one; readings that failed in between make the span longer, never the gain zero.</param>
/// <param name="Gain">The growth; null where the counter fell, since nobody knows what was taken back and what was added.</param>
public sealed record LifetimeGain(DateTimeOffset From, DateTimeOffset To, long? Gain);
