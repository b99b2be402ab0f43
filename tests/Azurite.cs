using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Campaigns.TestSupport;

/// <summary>A storage emulator of its own: free ports, a fresh folder or none, gone with the process that started it.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    /// <summary>The key that every Azurite and its documentation show; it opens nothing else.</summary>
    private const string WellKnownKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // The services that were closed in order say so.
    private const int Services = 3;

    private readonly Process process;
    private readonly string folder;
    private readonly SemaphoreSlim closed = new(0);

    private Azurite(Process process, string folder, int blobs, int queues, int tables)
    {
        this.process = process;
        this.folder = folder;
        QueuePort = queues;
        TablePort = tables;
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={WellKnownKey};"
            + $"BlobEndpoint=http://127.0.0.1:{blobs}/{Account};QueueEndpoint=http://127.0.0.1:{queues}/{Account};TableEndpoint=http://127.0.0.1:{tables}/{Account};";
    }

    public string ConnectionString { get; }

    public int QueuePort { get; }

    public int TablePort { get; }

    public int ProcessId => process.Id;

    /// <summary>Where its files lie, until it is disposed of.</summary>
    public string Folder => folder;

    /// <summary>Starts an emulator that writes to its folder, and waits until all three services answer.</summary>
    public static Task<Azurite> StartAsync() => StartAsync(inMemory: false);

    /// <summary>
    /// Starts an emulator that writes nothing down. One with files writes all its tables anew every few seconds: what thousands of tests
    /// leave behind would cost each later one more.
    /// </summary>
    public static Task<Azurite> StartInMemoryAsync() => StartAsync(inMemory: true);

    /// <summary>Stops it in order, so that all it holds is written to its files, which stay until it is disposed of.</summary>
    public async Task StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        for (var service = 0; service < Services; service++)
        {
            if (!await closed.WaitAsync(TimeSpan.FromMinutes(1)))
            {
                throw new InvalidOperationException("Azurite did not close its services within a minute.");
            }
        }

        // It lives as long as its input is open.
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        closed.Dispose();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Azurite> StartAsync(bool inMemory)
    {
        await NodePackages.EnsureAsync(RepositoryRoot.Path);
        var folder = Directory.CreateTempSubdirectory("campaigns-azurite-").FullName;
        var tests = Path.Combine(RepositoryRoot.Path, "tests");
        string[] preloaded = ["-r", Path.Combine(tests, "exit-with-parent.cjs"), .. inMemory ? ["-r", Path.Combine(tests, "keep-messages.cjs")] : Array.Empty<string>()];
        string[] where = inMemory ? ["--inMemoryPersistence"] : ["--location", folder];
        for (var attempt = 1; ; attempt++)
        {
            var (blobs, queues, tables) = (FreePort(), FreePort(), FreePort());
            var process = Process.Start(new ProcessStartInfo("node",
            [
                .. preloaded,
                Path.Combine(RepositoryRoot.Path, "node_modules", "azurite", "dist", "src", "azurite.js"),
                "--silent", .. where, "--skipApiVersionCheck", "--disableTelemetry",
                "--blobHost", "127.0.0.1", "--blobPort", $"{blobs}",
                "--queueHost", "127.0.0.1", "--queuePort", $"{queues}",
                "--tableHost", "127.0.0.1", "--tablePort", $"{tables}",
            ])
            { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var azurite = new Azurite(process, folder, blobs, queues, tables);
            process.OutputDataReceived += (_, line) => azurite.Hear(line.Data);
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (await azurite.AnswersAsync(blobs, queues, tables))
            {
                return azurite;
            }

            // A port was taken between finding it and using it: once more, with others.
            await azurite.DisposeAsync();
            if (attempt == 3)
            {
                throw new InvalidOperationException("Azurite did not answer within a minute, three times.");
            }
        }
    }

    private void Hear(string? line)
    {
        if (line?.EndsWith("successfully closed", StringComparison.Ordinal) == true)
        {
            closed.Release();
        }
    }

    private async Task<bool> AnswersAsync(params int[] ports)
    {
        for (var waited = 0; waited < 240 && !process.HasExited; waited++)
        {
            try
            {
                foreach (var port in ports)
                {
                    using var socket = new TcpClient();
                    await socket.ConnectAsync(IPAddress.Loopback, port);
                }

                return true;
            }
            catch (SocketException)
            {
                await Task.Delay(250);
            }
        }

        return false;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
