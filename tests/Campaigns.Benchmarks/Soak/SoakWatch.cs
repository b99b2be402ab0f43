using System.Globalization;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Campaigns.Benchmarks.Wire;
using Campaigns.EndToEnd.Support;

namespace Campaigns.Benchmarks.Soak;

/// <summary>Looks at an engine from outside.</summary>
/// <param name="engine">The engine.</param>
/// <param name="storage">Where it keeps its queues.</param>
/// <param name="heapFile">Where its heap is written down.</param>
/// <param name="calls">What was asked of it.</param>
internal sealed class SoakWatch(EngineProcess engine, EngineStorage storage, string heapFile, TimedCalls calls)
{
    private readonly QueueServiceClient service = new(storage.ConnectionString);

    /// <summary>Looks once.</summary>
    /// <param name="at">How long after the load began.</param>
    public async Task<SoakSample> SampleAsync(TimeSpan at)
    {
        var (waiting, oldest) = await QueuesAsync();
        return new SoakSample(at, engine.Memory() ?? 0, Heap(), Count("fd"), Count("task"), waiting, oldest, calls.Requests, calls.Errors + engine.Failures.Count);
    }

    private async Task<(int Waiting, TimeSpan Oldest)> QueuesAsync()
    {
        var (waiting, oldest) = (0, TimeSpan.Zero);
        await foreach (QueueItem queue in service.GetQueuesAsync(prefix: storage.Prefix + "-"))
        {
            var client = service.GetQueueClient(queue.Name);
            waiting += (await client.GetPropertiesAsync()).Value.ApproximateMessagesCount;
            // What nobody has taken yet, and may be: a message that is to be looked at later is not seen.
            if ((await client.PeekMessageAsync()).Value is { InsertedOn: { } since } && TimeProvider.System.GetUtcNow() - since is var age && age > oldest)
            {
                oldest = age;
            }
        }

        return (waiting, oldest);
    }

    private long Heap() => File.Exists(heapFile) ? long.Parse(File.ReadAllText(heapFile), CultureInfo.InvariantCulture) : 0;

    private int Count(string what)
    {
        var folder = $"/proc/{engine.ProcessId}/{what}";
        return Directory.Exists(folder) ? Directory.EnumerateFileSystemEntries(folder).Count() : 0;
    }
}
