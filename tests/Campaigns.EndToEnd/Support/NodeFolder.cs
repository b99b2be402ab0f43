using System.Diagnostics;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd.Support;

/// <summary>A folder with a client of its own: the tools that npm brings are run in it.</summary>
internal sealed class NodeFolder
{
    private readonly string path;

    private NodeFolder(string path) => this.path = path;

    /// <summary>A file of the folder.</summary>
    /// <param name="file">Its name.</param>
    public string this[string file] => Path.Combine(path, file);

    /// <summary>Brings a folder's packages; the test is skipped where they cannot be had.</summary>
    /// <param name="name">The folder's name, beside the tests.</param>
    public static async Task<NodeFolder> OpenAsync(string name)
    {
        var folder = new NodeFolder(Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.EndToEnd", name));
        try
        {
            await NodePackages.EnsureAsync(folder.path);
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"The generator of clients cannot be installed on this machine: {fault.Message}");
        }

        return folder;
    }

    /// <summary>Runs a tool that npm brought.</summary>
    public Task<string> RunAsync(string tool, params string[] arguments) => ProcessAsync(Path.Combine(path, "node_modules", ".bin", tool), arguments, new Dictionary<string, string>());

    /// <summary>Runs a script and answers with what it said.</summary>
    public Task<string> NodeAsync(string script, IReadOnlyDictionary<string, string> environment) => ProcessAsync("node", [script], environment);

    private async Task<string> ProcessAsync(string file, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = path, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (said, failed) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{Path.GetFileName(file)}:\n{await said}\n{await failed}");
        return await said;
    }
}
