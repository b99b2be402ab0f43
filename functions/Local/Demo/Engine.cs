using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Spectre.Console;

namespace Campaigns.Local.Demo;

/// <summary>The engine as a process of its own: what <c>dotnet run --project functions/Campaigns</c> starts.</summary>
internal sealed class Engine : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);

    // The demo's own tables and queues: what else was tried out on this machine does not count here, and the other way round.
    private const string Own = "demo";

    private readonly Process process;
    private volatile bool listens;

    private Engine(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts the engine and waits until it is healthy.</summary>
    /// <param name="port">The port to listen on.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="DemoException">The engine ended, or did not become healthy in time.</exception>
    public static async Task<Engine> StartAsync(int port, CancellationToken cancellationToken)
    {
        var assembly = typeof(Engine).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Engine").Value!;
        AnsiConsole.MarkupLineInterpolated($"Starting the engine on port {port} …");
        var start = new ProcessStartInfo("dotnet", [Path.GetFullPath(assembly), "--port", $"{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (setting, value) in OwnStorage(Path.GetDirectoryName(Path.GetFullPath(assembly))!))
        {
            start.Environment.TryAdd(setting, value);
        }

        var process = Process.Start(start)!;
        var engine = new Engine(process, new Uri($"http://localhost:{port}/"));
        process.OutputDataReceived += (_, line) => engine.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => engine.Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await engine.BecomeHealthyAsync(cancellationToken);
        return engine;
    }

    /// <summary>Waits until the engine ends or the demo is stopped.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task WaitAsync(CancellationToken cancellationToken) => process.WaitForExitAsync(cancellationToken);

    /// <summary>Stops the engine in an orderly way, so that it finishes what runs and stops what it started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            if (OperatingSystem.IsWindows())
            {
                process.Kill(entireProcessTree: true);
            }
            else
            {
                using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
                await kill.WaitForExitAsync();
            }

            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    /// <summary>A prefix for every table, and a name of its own for every queue that the engine's committed settings name.</summary>
    private static IEnumerable<(string Setting, string Value)> OwnStorage(string folder)
    {
        using var settings = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "local.settings.json")));
        return
        [
            ("Storage__TablePrefix", "Demo"),
            ("AzureFunctionsWebHost__hostid", Own),
            .. settings.RootElement.GetProperty("Values").EnumerateObject()
                .Where(setting => setting.Name.EndsWith("Queue", StringComparison.Ordinal)).Select(setting => (setting.Name, $"{Own}-{setting.Value.GetString()}")),
        ];
    }

    /// <summary>Warnings and what takes long are shown; the rest is the engine's own affair.</summary>
    private void Hear(string? line)
    {
        // Whoever else may answer on the port: this engine has it once it says so.
        listens |= line?.StartsWith("Listening on", StringComparison.Ordinal) == true;
        if (line is not null && (line.StartsWith("warn:", StringComparison.Ordinal) || line.StartsWith("fail:", StringComparison.Ordinal)
            || line.Contains("npm ci", StringComparison.Ordinal) || line.Contains("Azurite", StringComparison.Ordinal) || line.Contains("Node.js", StringComparison.Ordinal) || line.Contains(" port ", StringComparison.Ordinal)))
        {
            AnsiConsole.MarkupLineInterpolated($"[grey]  {line}[/]");
        }
    }

    private async Task BecomeHealthyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < LongestStart && !process.HasExited;)
        {
            try
            {
                using var answer = listens ? await http.GetAsync("api/health", cancellationToken) : null;
                if (answer is { IsSuccessStatusCode: true })
                {
                    return;
                }
            }
            catch (Exception fault) when (fault is HttpRequestException || (fault is TaskCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // Not up yet.
            }

            await Task.Delay(250, cancellationToken);
        }

        await DisposeAsync();
        throw new DemoException("The engine did not start. Start it alone to see why: dotnet run --project functions/Campaigns");
    }
}
