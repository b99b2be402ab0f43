using System.Diagnostics;
using System.Reflection;
using Campaigns.EndToEnd.Support;
using Campaigns.Http;
using Campaigns.Insight;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Benchmarks.Counting;

/// <summary>The engine as Azure scales it, where each queue has instances of its own: what takes in and counts, and beside it what analyses texts.</summary>
internal sealed class EnginePair : IAsyncDisposable
{
    private readonly EngineProcess analyst;

    private EnginePair(EngineProcess counter, EngineProcess analyst) => (Counter, this.analyst) = (counter, analyst);

    /// <summary>Everything but the analysis.</summary>
    public EngineProcess Counter { get; }

    /// <summary>The processor time that the analysis took so far.</summary>
    public TimeSpan AnalysisTime
    {
        get
        {
            using var process = Process.GetProcessById(analyst.ProcessId);
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that either held, in bytes.</summary>
    public long PeakMemory => Math.Max(Counter.PeakMemory() ?? 0, analyst.PeakMemory() ?? 0);

    public static async Task<EnginePair> StartAsync(EngineStorage storage)
    {
        var names = typeof(AnalyseTexts).Assembly.GetTypes().SelectMany(static type => type.GetMethods()).Select(static method => method.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>();
        var counter = await EngineProcess.StartAsync(storage, Without([nameof(AnalyseTexts)]));
        return new EnginePair(counter, await EngineProcess.StartAsync(storage, Without(names.Where(static name => name is not (nameof(AnalyseTexts) or nameof(GetHealth))))));
    }

    /// <summary>Asks both to stop.</summary>
    public Task StopAsync() => Task.WhenAll(Counter.StopAsync(), analyst.StopAsync());

    public async ValueTask DisposeAsync()
    {
        await Counter.DisposeAsync();
        await analyst.DisposeAsync();
    }

    private static Dictionary<string, string> Without(IEnumerable<string> functions) => functions.ToDictionary(static name => $"AzureWebJobs__{name}__Disabled", static _ => "true");
}
