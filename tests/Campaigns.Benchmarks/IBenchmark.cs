namespace Campaigns.Benchmarks;

/// <summary>Something that can be measured by name.</summary>
internal interface IBenchmark
{
    string Name { get; }

    /// <summary>What it prints, in one line.</summary>
    string Summary { get; }

    Task RunAsync(BenchmarkArguments arguments);
}
