namespace Campaigns.Benchmarks.Fuzz;

/// <summary>What became of the requests to one operation.</summary>
/// <param name="Asked">How many were sent.</param>
/// <param name="Done">How many were answered with less than 400.</param>
/// <param name="Refused">How many were refused.</param>
/// <param name="Slowest">The longest that any took, in milliseconds.</param>
internal sealed record FuzzedOperation(long Asked, long Done, long Refused, long Slowest);
