using System.Globalization;
using Campaigns.Local.Functions.Worker.Hosting;

namespace Campaigns.Local.Functions.Worker.Azurite;

/// <summary>
/// The storage emulator: used where it answers, started where it does not. It outlives a killed host, because it would lose
/// what it acknowledged last; a later host finds it again, and the last host that stops in order stops it.
/// </summary>
internal sealed class AzuriteEmulator(string folder, IReadOnlyList<int> ports, NodeTools node, TextWriter output)
{
    // In a session of its own (or detached, on Windows): neither Ctrl+C nor the end of the host reaches it.
    private const string Launch = """
        const { spawn } = require('child_process'), { openSync } = require('fs');
        const [log, ...args] = process.argv.slice(1), out = openSync(log, 'w');
        const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', out, out], windowsHide: true });
        child.unref();
        console.log(child.pid);
        """;

    private const string Terminate = "try { process.kill(Number(process.argv[1]), 'SIGTERM') } catch {}";

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(20);

    private AzuriteFolder? own;

    /// <summary>In a few words, whose emulator is in use.</summary>
    public string Description { get; private set; } = "the storage emulator that was running already";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var found = AzuriteFolder.Above(folder);
        if (await AnsweringAsync(cancellationToken) is var answering && answering.Count < ports.Count)
        {
            found = found ?? throw new StartRefusedException(
                $"AzureWebJobsStorage is UseDevelopmentStorage=true, nothing answers on {Ports()}, and no folder above {folder} has a package.json with azurite: start Azurite, or set a connection string.");
            if (answering.Count > 0)
            {
                throw new StartRefusedException($"The storage emulator needs the ports {Ports()}, and something else answers on {string.Join(", ", answering)}: stop it, then start again.");
            }

            await LaunchAsync(found, cancellationToken);
            await WaitAsync(found, cancellationToken);
        }
        else if (found?.Running() is not null)
        {
            Use(found);
        }
    }

    public async Task StopAsync()
    {
        if (own is null || own.ForgetUser(Environment.ProcessId) || own.Running() is not { } id)
        {
            return;
        }

        await node.EvaluateAsync(Terminate, [id.ToString(CultureInfo.InvariantCulture)], CancellationToken.None);
        for (var waited = TimeSpan.Zero; own.Running() is not null && waited < StopTime; waited += Step)
        {
            await Task.Delay(Step);
        }

        own.ForgetProcess();
        own = null;
    }

    private async Task LaunchAsync(AzuriteFolder found, CancellationToken cancellationToken)
    {
        if (!File.Exists(found.Program))
        {
            await output.WriteLineAsync($"Bringing the storage emulator from npm, this once (npm ci in {found.Root}) …");
            await node.InstallAsync(found.Root, cancellationToken);
        }

        Directory.CreateDirectory(found.Path);
        var id = int.Parse(await node.EvaluateAsync(Launch, [found.LogFile, found.Program, .. Arguments(found)], cancellationToken), CultureInfo.InvariantCulture);
        found.NoteProcess(id);
        Use(found);
        await output.WriteLineAsync($"Started the storage emulator, with its data in {found.Path}");
    }

    private void Use(AzuriteFolder found)
    {
        own = found;
        own.NoteUser(Environment.ProcessId);
        Description = $"the storage emulator with its data in {own.Path}";
    }

    private async Task WaitAsync(AzuriteFolder found, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; (await AnsweringAsync(cancellationToken)).Count < ports.Count; waited += Step)
        {
            if (waited > StartTime || found.Running() is null)
            {
                throw new StartRefusedException($"The storage emulator did not start:{Environment.NewLine}{await File.ReadAllTextAsync(found.LogFile, cancellationToken)}");
            }

            await Task.Delay(Step, cancellationToken);
        }
    }

    private string[] Arguments(AzuriteFolder found) =>
    [
        "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", found.Path,
        "--blobHost", "127.0.0.1", "--blobPort", Port(0),
        "--queueHost", "127.0.0.1", "--queuePort", Port(1),
        "--tableHost", "127.0.0.1", "--tablePort", Port(2),
    ];

    private string Port(int index) => ports[index].ToString(CultureInfo.InvariantCulture);

    private string Ports() => $"{ports[0]} to {ports[^1]}";

    private async Task<IReadOnlyList<int>> AnsweringAsync(CancellationToken cancellationToken)
    {
        var answering = new List<int>();
        foreach (var port in ports)
        {
            if (await Tcp.AnswersAsync(port, cancellationToken))
            {
                answering.Add(port);
            }
        }

        return answering;
    }
}
