using System.Diagnostics;
using System.Reflection;
using Spectre.Console;

namespace Campaigns.Local.Demo;

/// <summary>The engine as a process of its own: what <c>dotnet run --project functions/Campaigns</c> starts.</summary>
internal sealed class Engine : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);

    private readonly Process process;

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
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.GetFullPath(assembly), "--port", $"{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, line) => Say(line.Data);
        process.ErrorDataReceived += (_, line) => Say(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var engine = new Engine(process, new Uri($"http://localhost:{port}/"));
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

    /// <summary>Warnings and what takes long are shown; the rest is the engine's own affair.</summary>
    private static void Say(string? line)
    {
        if (line is not null && (line.StartsWith("warn:", StringComparison.Ordinal) || line.StartsWith("fail:", StringComparison.Ordinal)
            || line.Contains("npm ci", StringComparison.Ordinal) || line.Contains("Azurite", StringComparison.Ordinal) || line.Contains("Node.js", StringComparison.Ordinal)))
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
                using var answer = await http.GetAsync("api/health", cancellationToken);
                if (answer.IsSuccessStatusCode)
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
