using System.ComponentModel;
using System.Diagnostics;
using Campaigns.Local.Functions.Worker.Hosting;

namespace Campaigns.Local.Functions.Worker.Azurite;

/// <summary>Node.js and npm, which the storage emulator needs.</summary>
internal sealed class NodeTools(string node, string npm)
{
    /// <summary>Runs a small script to its end and gives what it printed.</summary>
    public async Task<string> EvaluateAsync(string script, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var (code, output, errors) = await RunAsync(node, ["-e", script, "--", .. arguments], Environment.CurrentDirectory, cancellationToken);
        return code == 0 ? output.Trim() : throw new StartRefusedException($"Node.js could not start the storage emulator: {errors.Trim()}");
    }

    /// <summary>Brings the packages of a folder as its lock file names them.</summary>
    public async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        // On Windows npm is a script, which only the command interpreter starts.
        var (program, arguments) = OperatingSystem.IsWindows() ? ("cmd", (string[])["/c", npm]) : (npm, []);
        var (code, output, errors) = await RunAsync(program, [.. arguments, "ci", "--no-audit", "--no-fund"], folder, cancellationToken);
        if (code != 0)
        {
            throw new StartRefusedException($"npm ci failed in {folder}, so that there is no storage emulator:{Environment.NewLine}{errors}{output}");
        }
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(
        string program, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        using var process = Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new StartRefusedException(
                $"The storage emulator needs Node.js 20 or newer, and \"{start.FileName}\" cannot be started: install it from https://nodejs.org (npm comes with it), "
                + "or set AzureWebJobsStorage to the connection string of a storage account.", exception);
        }
    }
}
