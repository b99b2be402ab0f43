using System.Diagnostics;
using System.Text;

namespace Campaigns.Tests.Infra;

/// <summary>A folder in which scripts of the pipelines and of the documentation run, with stand-ins for the programs that reach Azure, GitHub or a registry.</summary>
internal sealed class Shell : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("campaigns-shell-").FullName;

    public Shell()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts are for a Unix shell.");
        Directory.CreateDirectory(Path.Combine(path, "stand-ins"));
    }

    /// <summary>Where scripts run.</summary>
    public string Folder => path;

    /// <summary>What the stand-ins were called with, a call a line.</summary>
    public IReadOnlyList<string> Calls => File.Exists(Path.Combine(path, "calls")) ? File.ReadAllLines(Path.Combine(path, "calls")) : [];

    /// <summary>Puts a stand-in in place of a program: it notes its call and does what the script says.</summary>
    public void Put(string program, string script)
    {
        var file = Path.Combine(path, "stand-ins", program);
        File.WriteAllText(file, $"#!/usr/bin/env bash\nprintf '%s\\n' \"{program} $*\" >> '{path}/calls'\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Runs a script as GitHub does where the shell is named: it ends where a command or a part of a pipe fails.</summary>
    public Task<(int Code, string Said)> StepAsync(string script, params (string Name, string Value)[] environment) =>
        RunAsync(["bash", "--noprofile", "--norc", "-eo", "pipefail", Written(script)], "", environment);

    /// <summary>Has a shell read what somebody pastes into it, with the history that that of a terminal has, and run none of it.</summary>
    public Task<(int Code, string Said)> PasteAsync(string text) => RunAsync(["bash", "--norc", "-n", "-H", "-o", "history"], text, []);

    /// <summary>Runs a program.</summary>
    public async Task<(int Code, string Said)> RunAsync(IReadOnlyList<string> command, string input, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        start.Environment["PATH"] = $"{Path.Combine(path, "stand-ins")}:{start.Environment["PATH"]}";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (said, failed) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await failed);
    }

    public void Dispose() => Directory.Delete(path, recursive: true);

    private string Written(string script)
    {
        var file = Path.Combine(path, $"{Guid.NewGuid():N}.sh");
        File.WriteAllText(file, script);
        return file;
    }
}
