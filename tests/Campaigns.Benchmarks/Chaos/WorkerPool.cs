using Campaigns.EndToEnd.Support;

namespace Campaigns.Benchmarks.Chaos;

/// <summary>Engine processes on one storage, of which one after the other is killed and replaced.</summary>
internal sealed class WorkerPool : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["LocalHost__LeaseSeconds"] = "15",
        // Messages become poison sooner than they would, so that the way back is taken too.
        ["AzureFunctionsJobHost__extensions__queues__maxDequeueCount"] = "2",
        ["AzureFunctionsJobHost__extensions__queues__visibilityTimeout"] = "00:00:03",
        // Longer than a write that was under way takes here, as the lease above.
        ["Erasures__KnownAfter"] = "00:00:08",
        ["Erasures__SecondPassAfter"] = "00:00:20",
        ["Erasures__LostAfter"] = "00:00:45",
        ["Erasures__SweepSchedule"] = "30 * * * * *",
    };

    private readonly EngineProcess[] engines;
    private readonly bool[] isUp;
    private readonly Random random;
    private readonly List<Task> starting = [];

    private WorkerPool(EngineProcess[] engines, int seed) => (this.engines, isUp, random) = (engines, [.. engines.Select(static _ => true)], new Random(seed));

    public IReadOnlyList<EngineProcess> Engines => engines;

    /// <summary>How many were killed.</summary>
    public int Kills { get; private set; }

    /// <summary>The most memory that any of them held, in bytes.</summary>
    public long PeakMemory { get; private set; }

    public static async Task<WorkerPool> StartAsync(EngineStorage storage, int workers, int seed)
    {
        // The first one makes the tables.
        var engines = new List<EngineProcess> { await EngineProcess.StartAsync(storage, Settings) };
        while (engines.Count < workers)
        {
            engines.Add(await EngineProcess.StartAsync(storage, Settings));
        }

        return new WorkerPool([.. engines], seed);
    }

    /// <summary>One that is up, if any is.</summary>
    public EngineProcess? Any()
    {
        lock (random)
        {
            var up = Enumerable.Range(0, engines.Length).Where(number => isUp[number]).ToList();
            return up.Count == 0 ? null : engines[up[random.Next(up.Count)]];
        }
    }

    /// <summary>Kills one every few seconds, as long as more than half of them are up.</summary>
    /// <param name="over">Ends it.</param>
    public async Task KillAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(2 + Random(3)), CancellationToken.None);
            if (isUp.Count(static up => up) > engines.Length / 2 && !over.IsCancellationRequested)
            {
                await KillOneAsync();
            }
        }
    }

    /// <summary>Waits until all that were killed are replaced.</summary>
    public async Task CompleteAsync()
    {
        await Task.WhenAll(starting);
        Note();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in engines)
        {
            await engine.DisposeAsync();
        }
    }

    private async Task KillOneAsync()
    {
        var victim = (int)Random(engines.Length);
        if (!isUp[victim])
        {
            return;
        }

        Note();
        isUp[victim] = false;
        await engines[victim].KillAsync();
        Kills++;
        starting.Add(ReplaceAsync(victim));
    }

    private async Task ReplaceAsync(int number)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await engines[number].StartAgainAsync();
                isUp[number] = true;
                return;
            }
            catch (InvalidOperationException) when (attempt < 10)
            {
                // Storage failed it while it started: a platform would start it again, and so does this.
            }
        }
    }

    private void Note() => PeakMemory = Math.Max(PeakMemory, engines.Where((_, number) => isUp[number]).Max(static engine => engine.PeakMemory() ?? 0));

    private double Random(double most)
    {
        lock (random)
        {
            return random.NextDouble() * most;
        }
    }
}
