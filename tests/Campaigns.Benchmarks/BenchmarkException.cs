namespace Campaigns.Benchmarks;

/// <summary>The benchmark cannot go on; the message says why, as a sentence.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
