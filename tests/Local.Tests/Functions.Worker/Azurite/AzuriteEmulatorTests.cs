using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Campaigns.Local.Functions.Worker.Azurite;
using Campaigns.Local.Functions.Worker.Hosting;
using Campaigns.TestSupport;

namespace Local.Tests.Functions.Worker.Azurite;

public sealed class AzuriteEmulatorTests(AzuriteFixture azurite) : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("campaigns-emulator-").FullName;
    private readonly int[] ports = FreePorts();

    public void Dispose()
    {
        // Only a test that failed half-way leaves one.
        if (new AzuriteFolder(root).Running() is { } id)
        {
            using var left = Process.GetProcessById(id);
            left.Kill();
            left.WaitForExit();
        }

        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task The_emulator_is_started_outlives_a_killed_host_and_is_stopped_by_the_next_one()
    {
        PutPackages();
        var output = new StringWriter();
        var killed = Emulator(output);
        await killed.StartAsync(CancellationToken.None);
        Assert.Contains("Started the storage emulator", output.ToString(), StringComparison.Ordinal);
        var id = new AzuriteFolder(root).Running();
        Assert.NotNull(id);

        // The first host never stops it: as if killed.
        var next = Emulator(output);
        await next.StartAsync(CancellationToken.None);
        Assert.Equal(id, new AzuriteFolder(root).Running());
        await next.StopAsync();

        Assert.Null(new AzuriteFolder(root).Running());
        Assert.False(await Tcp.AnswersAsync(ports[0], CancellationToken.None));
        Assert.True(File.Exists(Path.Combine(root, ".azurite", "__azurite_db_queue__.json")));
    }

    [Fact]
    public async Task The_emulator_stays_while_another_host_uses_it()
    {
        PutPackages();
        var emulator = Emulator();
        await emulator.StartAsync(CancellationToken.None);
        using var other = Process.Start(new ProcessStartInfo("node", ["-e", "setTimeout(() => {}, 600000)"]))!;
        new AzuriteFolder(root).NoteUser(other.Id);

        await emulator.StopAsync();
        Assert.True(await Tcp.AnswersAsync(ports[0], CancellationToken.None));

        other.Kill();
        await other.WaitForExitAsync();
        var last = Emulator();
        await last.StartAsync(CancellationToken.None);
        await last.StopAsync();
        Assert.False(await Tcp.AnswersAsync(ports[0], CancellationToken.None));
    }

    [Fact]
    public async Task An_emulator_that_somebody_else_started_is_used_and_left_alone()
    {
        await using var theirs = await Campaigns.TestSupport.Azurite.StartAsync();
        var emulator = new AzuriteEmulator(root, [theirs.QueuePort, theirs.TablePort], new NodeTools("node", "npm"), TextWriter.Null);

        await emulator.StartAsync(CancellationToken.None);
        await emulator.StopAsync();

        Assert.True(await Tcp.AnswersAsync(theirs.QueuePort, CancellationToken.None));
        Assert.NotNull(azurite);
    }

    [Fact]
    public async Task Without_Node_js_a_sentence_says_what_to_install()
    {
        PutPackages();
        var emulator = new AzuriteEmulator(root, ports, new NodeTools("no-such-node", "no-such-npm"), TextWriter.Null);

        await RefusedAsync(emulator, "Node.js 20 or newer", "https://nodejs.org");
    }

    [Fact]
    public async Task Packages_that_are_missing_are_brought_with_a_line_that_says_so()
    {
        File.WriteAllText(Path.Combine(root, "package.json"), """{ "dependencies": { "azurite": "3.35.0" } }""");
        var output = new StringWriter();

        // Without its lock file npm refuses: enough to see that it was asked, without a download.
        await RefusedAsync(Emulator(output), "npm ci failed");
        Assert.Contains("npm ci", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_something_else_holds_is_named()
    {
        PutPackages();
        using var listener = new TcpListener(IPAddress.Loopback, ports[1]);
        listener.Start();

        await RefusedAsync(Emulator(), "something else answers", $"{ports[1]}");
    }

    [Fact]
    public async Task Outside_a_checkout_a_sentence_says_that_no_emulator_is_at_hand() => await RefusedAsync(Emulator(), "no folder above", "package.json");

    private AzuriteEmulator Emulator(TextWriter? output = null) => new(root, ports, new NodeTools("node", "npm"), output ?? TextWriter.Null);

    private void PutPackages()
    {
        File.WriteAllText(Path.Combine(root, "package.json"), """{ "dependencies": { "azurite": "3.35.0" } }""");
        Directory.CreateSymbolicLink(Path.Combine(root, "node_modules"), Path.Combine(RepositoryRoot.Path, "node_modules"));
    }

    private static async Task RefusedAsync(AzuriteEmulator emulator, params string[] named)
    {
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => emulator.StartAsync(CancellationToken.None));
        Assert.All(named, name => Assert.Contains(name, refusal.Message, StringComparison.Ordinal));
    }

    private static int[] FreePorts()
    {
        var listeners = Enumerable.Range(0, 3).Select(static _ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(static listener => listener.Start());
        var ports = listeners.ConvertAll(static listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        listeners.ForEach(static listener => listener.Dispose());
        return [.. ports];
    }
}
