using System.Diagnostics;
using System.Globalization;

namespace Campaigns.Local.Functions.Worker.Azurite;

/// <summary>The emulator's data folder, where hosts also note whose emulator it is and who uses it.</summary>
internal sealed class AzuriteFolder(string root)
{
    private const string FolderName = ".azurite";

    public string Root => root;

    public string Path { get; } = System.IO.Path.Combine(root, FolderName);

    public string Program { get; } = System.IO.Path.Combine(root, "node_modules", "azurite", "dist", "src", "azurite.js");

    public string LogFile => System.IO.Path.Combine(Path, "azurite.log");

    private string ProcessFile => System.IO.Path.Combine(Path, "azurite.pid");

    private string Users => System.IO.Path.Combine(Path, "hosts");

    /// <summary>The nearest folder upwards whose <c>package.json</c> asks for Azurite.</summary>
    public static AzuriteFolder? Above(string folder)
    {
        for (var candidate = new DirectoryInfo(folder); candidate is not null; candidate = candidate.Parent)
        {
            var package = System.IO.Path.Combine(candidate.FullName, "package.json");
            if (File.Exists(package) && File.ReadAllText(package).Contains("\"azurite\"", StringComparison.Ordinal))
            {
                return new AzuriteFolder(candidate.FullName);
            }
        }

        return null;
    }

    /// <summary>The process of the emulator that a host started here, if it still runs.</summary>
    public int? Running() => File.Exists(ProcessFile) && Number(File.ReadAllText(ProcessFile)) is { } id && IsNode(id) ? id : null;

    public void NoteProcess(int id) => File.WriteAllText(ProcessFile, id.ToString(CultureInfo.InvariantCulture));

    public void ForgetProcess() => File.Delete(ProcessFile);

    public void NoteUser(int id)
    {
        Directory.CreateDirectory(Users);
        File.WriteAllText(System.IO.Path.Combine(Users, id.ToString(CultureInfo.InvariantCulture)), "");
    }

    /// <summary>Takes a host off the list.</summary>
    /// <returns>Whether other hosts that still run are on it.</returns>
    public bool ForgetUser(int id)
    {
        File.Delete(System.IO.Path.Combine(Users, id.ToString(CultureInfo.InvariantCulture)));
        return Directory.Exists(Users) && Directory.GetFiles(Users).Any(static file => Number(System.IO.Path.GetFileName(file)) is { } other && IsAlive(other));
    }

    private static int? Number(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static bool IsAlive(int id) => NameOf(id) is not null;

    // A number that another process has by now must not be stopped.
    private static bool IsNode(int id) => OperatingSystem.IsLinux()
        ? File.Exists($"/proc/{id}/cmdline") && File.ReadAllText($"/proc/{id}/cmdline").Contains("azurite", StringComparison.Ordinal)
        : NameOf(id)?.Contains("node", StringComparison.OrdinalIgnoreCase) == true;

    private static string? NameOf(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited ? null : process.ProcessName;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
