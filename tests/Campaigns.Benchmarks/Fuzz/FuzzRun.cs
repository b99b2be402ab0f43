using System.Diagnostics;
using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.Benchmarks.Fuzz;

/// <summary>
/// Asks a real engine everything that its own description allows, and much that it does not, with a manager's key; then looks whether it is well, and whether
/// anything that it took in stuck in it.
/// </summary>
/// <param name="connectionString">The account that the engine stores in.</param>
/// <param name="prefix">Keeps it apart from others.</param>
internal sealed class FuzzRun(string connectionString, string prefix)
{
    private const string Key = "a-first-key-of-more-than-thirty-two-characters";

    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(4);

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Access__FirstKey"] = Key,
        // One caller asks everything: what its limits refuse would try nothing.
        ["Limits__RequestsPerMinute"] = "10000000",
        ["Limits__MentionsPerMinute"] = "1000000000",
        ["Limits__RefusalsPerMinute"] = "10000000",
        // A message that cannot be handled is given up soon, so that it is seen.
        ["AzureFunctionsJobHost__extensions__queues__maxDequeueCount"] = "2",
        ["AzureFunctionsJobHost__extensions__queues__visibilityTimeout"] = "00:00:01",
        // An erasure looks through everything a second time, and waits for that in its queue, which must be empty in the end.
        ["Erasures__SecondPassAfter"] = "00:00:05",
    };

    private static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.EndToEnd", "api-fuzz");

    /// <summary>Brings the packages that it needs.</summary>
    /// <exception cref="InvalidOperationException">They cannot be had.</exception>
    public static Task PrepareAsync() => NodePackages.EnsureAsync(Folder);

    /// <summary>Runs it.</summary>
    /// <param name="seed">The seed of every request.</param>
    /// <param name="rounds">How often each operation is asked, by each of three lanes.</param>
    /// <param name="limit">When no further round begins.</param>
    public async Task<FuzzFigures> RunAsync(int seed, int rounds, TimeSpan limit)
    {
        var storage = new EngineStorage(connectionString, prefix);
        await using var engine = await EngineProcess.StartAsync(storage, Settings);
        engine.Http.DefaultRequestHeaders.Add("x-functions-key", Key);
        (await engine.Http.PostAsync("admin/functions/RunBackup", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
        var figures = await FuzzAsync(engine.Address, seed, rounds, limit);
        return figures with { Faults = [.. figures.Faults, .. await AfterwardsAsync(engine, storage)] };
    }

    private static async Task<FuzzFigures> FuzzAsync(Uri address, int seed, int rounds, TimeSpan limit)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Folder, "fuzz.mjs")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new[] { ("ENGINE", address.AbsoluteUri), ("KEY", Key), ("SEED", $"{seed}"), ("ROUNDS", $"{rounds}"), ("SECONDS", $"{(int)limit.TotalSeconds}") })
        {
            start.Environment[name] = value;
        }

        using var node = Process.Start(start)!;
        var (said, failed) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        return node.ExitCode == 0
            ? JsonSerializer.Deserialize<FuzzFigures>(await said, JsonSerializerOptions.Web)!
            : throw new BenchmarkException($"The fuzz with seed {seed} broke off: {await failed}");
    }

    /// <summary>Whether the engine is well, has said nothing of a failure, and holds no message that it cannot handle.</summary>
    private static async Task<IReadOnlyList<string>> AfterwardsAsync(EngineProcess engine, EngineStorage storage)
    {
        var faults = new List<string>();
        using var health = await engine.Http.GetAsync("api/health");
        using var dependencies = await engine.Http.GetAsync("api/dependencies");
        if (!health.IsSuccessStatusCode || !(await dependencies.Content.ReadAsStringAsync()).Contains("\"ready\":true", StringComparison.Ordinal))
        {
            faults.Add($"Afterwards the engine is not well: {(int)health.StatusCode}, {await dependencies.Content.ReadAsStringAsync()}");
        }

        faults.AddRange(await StuckAsync(storage));
        return [.. faults, .. engine.Failures.Take(10).Select(static failure => $"The engine's log tells of a failure:\n{failure}")];
    }

    private static async Task<IReadOnlyList<string>> StuckAsync(EngineStorage storage)
    {
        var service = new QueueServiceClient(storage.ConnectionString);
        var patience = Stopwatch.StartNew();
        for (var faults = new List<string>(); ; await Task.Delay(500), faults.Clear())
        {
            var waits = false;
            await foreach (QueueItem queue in service.GetQueuesAsync(prefix: storage.Prefix + "-"))
            {
                var client = service.GetQueueClient(queue.Name);
                var count = (await client.GetPropertiesAsync()).Value.ApproximateMessagesCount;
                if (count > 0 && queue.Name.EndsWith("-poison", StringComparison.Ordinal))
                {
                    faults.Add($"{count} messages are in {queue.Name}: {(await client.PeekMessageAsync()).Value?.MessageText}");
                }

                waits |= count > 0 && !queue.Name.EndsWith("-poison", StringComparison.Ordinal);
            }

            if (!waits || patience.Elapsed > LongestEnd)
            {
                return waits ? [.. faults, $"After {LongestEnd} messages still wait."] : faults;
            }
        }
    }
}
