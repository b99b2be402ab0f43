using System.Collections.Concurrent;
using System.Diagnostics;
using Campaigns.TestSupport;

namespace Local.Tests.Functions.Worker;

/// <summary>The sample app as a process of its own, which can be killed.</summary>
internal sealed class SampleProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    public SampleProcess(Dictionary<string, string?> settings)
    {
        // Beside the tests' own output: tests/NAME/bin/HOST/CONFIGURATION/FRAMEWORK.
        var build = new DirectoryInfo(AppContext.BaseDirectory);
        var dll = Path.Combine(RepositoryRoot.Path, "tests", "Local.SampleApp", "bin", "local", build.Parent!.Name, build.Name, "Local.SampleApp.dll");
        var start = new ProcessStartInfo("dotnet", [dll, "--port", "0"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', output);

    public async Task<Uri> ListeningAsync()
    {
        const string Sign = "Listening on ";
        string? line = null;
        await Wait.UntilAsync(
            () => (line = output.FirstOrDefault(static text => text.StartsWith(Sign, StringComparison.Ordinal))) is not null || process.HasExited,
            "the sample app listens");
        Assert.True(line is not null, Output);
        return new Uri(line[Sign.Length..].Split(". ")[0]);
    }

    /// <summary>What SIGKILL does: no time for a last word.</summary>
    public void Kill() => process.Kill();

    public static void SkipWithoutSignals() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");

    public void Terminate() => Process.Start("kill", ["-TERM", $"{process.Id}"]).Dispose();

    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            output.Enqueue(line);
        }
    }
}
