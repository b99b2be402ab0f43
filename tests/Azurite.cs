using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Campaigns.TestSupport;

/// <summary>A storage emulator of its own: free ports, a fresh folder, gone with the process that started it.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    /// <summary>The key that every Azurite and its documentation show; it opens nothing else.</summary>
    private const string WellKnownKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Process process;
    private readonly string folder;

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

    /// <summary>Starts an emulator and waits until all three services answer.</summary>
    public static async Task<Azurite> StartAsync()
    {
        await NodePackages.EnsureAsync(RepositoryRoot.Path);
        var folder = Directory.CreateTempSubdirectory("campaigns-azurite-").FullName;
        for (var attempt = 1; ; attempt++)
        {
            var (blobs, queues, tables) = (FreePort(), FreePort(), FreePort());
            var process = Process.Start(new ProcessStartInfo("node",
            [
                "-r", Path.Combine(RepositoryRoot.Path, "tests", "exit-with-parent.cjs"),
                Path.Combine(RepositoryRoot.Path, "node_modules", "azurite", "dist", "src", "azurite.js"),
                "--silent", "--location", folder, "--skipApiVersionCheck", "--disableTelemetry",
                "--blobHost", "127.0.0.1", "--blobPort", $"{blobs}",
                "--queueHost", "127.0.0.1", "--queuePort", $"{queues}",
                "--tableHost", "127.0.0.1", "--tablePort", $"{tables}",
            ])
            { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.OutputDataReceived += static (_, _) => { };
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            var azurite = new Azurite(process, folder, blobs, queues, tables);
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

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
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
