namespace Campaigns.Benchmarks;

/// <summary>Something that can be measured by name.</summary>
internal interface IBenchmark
{
    string Name { get; }

    /// <summary>What it prints, in one line.</summary>
    string Summary { get; }

    Task RunAsync(BenchmarkArguments arguments);
}

/// <summary>The benchmark cannot go on; the message says why, as a sentence.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
