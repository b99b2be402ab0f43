using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Campaigns.EndToEnd.Support;

/// <summary>The engine as people run it: a process of its own, on a free port, that can be stopped, killed and started again on the same storage.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<string> log = new();
    private readonly EngineStorage storage;
    private readonly IReadOnlyDictionary<string, string> settings;
    private Process process;

    private EngineProcess(EngineStorage storage, IReadOnlyDictionary<string, string> settings, int port)
    {
        (this.storage, this.settings) = (storage, settings);
        Address = new Uri($"http://127.0.0.1:{port}/");
        Http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(4) };
        AppDomain.CurrentDomain.ProcessExit += KillAtExit;
        process = Launch();
    }

    /// <summary>The assembly that the same build made; where it lies is written down by the project file.</summary>
    public static string AssemblyPath { get; } = Path.GetFullPath(
        typeof(EngineProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Engine").Value!);

    public Uri Address { get; }

    public HttpClient Http { get; }

    public int ProcessId => process.Id;

    /// <summary>Everything that it wrote, over all its lives.</summary>
    public string Log => string.Join('\n', log);

    /// <summary>What it wrote of failures, each with the lines that say more: lines begin with the time of day and how grave they are.</summary>
    public IReadOnlyList<string> Failures
    {
        get
        {
            var lines = log.ToArray();
            return
            [
                .. lines.Index().Where(static line => line.Item.Contains(" fail: ", StringComparison.Ordinal) || line.Item.Contains(" crit: ", StringComparison.Ordinal))
                    .Select(line => string.Join('\n', lines.Skip(line.Index).Take(3))),
            ];
        }
    }

    /// <summary>Starts the engine and waits until it is healthy.</summary>
    /// <param name="storage">Where it keeps its tables and queues.</param>
    /// <param name="settings">Further app settings, as <c>Section__Key</c>.</param>
    public static async Task<EngineProcess> StartAsync(EngineStorage storage, IReadOnlyDictionary<string, string>? settings = null)
    {
        var engine = new EngineProcess(storage, settings ?? new Dictionary<string, string>(), FreePort());
        try
        {
            await engine.BecomeHealthyAsync();
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>A port that nothing listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Asks it to stop (SIGTERM) and waits until it has finished what was running.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync().WaitAsync(LongestStop);
        return process.ExitCode;
    }

    /// <summary>Ends it without a word (SIGKILL).</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Starts it again, on the same port and storage, after it was stopped or killed.</summary>
    public async Task StartAgainAsync()
    {
        process.Dispose();
        process = Launch();
        await BecomeHealthyAsync();
    }

    /// <summary>The most memory it ever held, in bytes, as Linux counts it (VmHWM); null elsewhere.</summary>
    public long? PeakMemory() => Memory("VmHWM:");

    /// <summary>The memory that it holds now, in bytes (VmRSS); null elsewhere than on Linux.</summary>
    public long? Memory(string line = "VmRSS:")
    {
        var path = $"/proc/{process.Id}/status";
        return !File.Exists(path) ? null
            : long.Parse(File.ReadLines(path).Single(text => text.StartsWith(line, StringComparison.Ordinal))[line.Length..^"kB".Length], System.Globalization.CultureInfo.InvariantCulture) * 1024;
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillAtExit;
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
        Http.Dispose();
    }

    private Process Launch()
    {
        var start = new ProcessStartInfo("dotnet", [AssemblyPath, "--port", $"{Address.Port}"])
        {
            WorkingDirectory = Path.GetDirectoryName(AssemblyPath),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in storage.Settings().Concat(settings))
        {
            start.Environment[name] = value;
        }

        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, line) => Keep(line.Data);
        started.ErrorDataReceived += (_, line) => Keep(line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            log.Enqueue(line);
        }
    }

    private async Task BecomeHealthyAsync()
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < LongestStart && !process.HasExited; await Task.Delay(100))
        {
            try
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
                using var answer = await Http.GetAsync("api/health", patience.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
            {
                // Not up yet.
            }
        }

        throw new InvalidOperationException(
            process.HasExited ? $"The engine ended with {process.ExitCode}:\n{Log}" : $"The engine was not healthy within {LongestStart}:\n{Log}");
    }

    private void KillAtExit(object? sender, EventArgs args)
    {
        if (!process.HasExited)
        {
            process.Kill();
        }
    }
}
