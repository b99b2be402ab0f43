using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd.Mastodon;

/// <summary>
/// Mastodon's published contract as a judge between the engine and a server: a request that the contract forbids is answered with 422 or 401, and an
/// answer that it forbids with 500, each naming the field.
/// </summary>
public sealed class MastodonContract : IAsyncLifetime
{
    private Process? process;
    private string? missing;
    private MastodonServer? server;
    private Uri? address;

    /// <summary>Where the engine asks; the test is skipped, with the reason, where there is no contract or judge.</summary>
    public Uri Address
    {
        get
        {
            Assert.SkipWhen(missing is not null, missing ?? "");
            return address!;
        }
    }

    internal MastodonServer Server => server!;

    public async ValueTask InitializeAsync()
    {
        var contract = RepositoryRoot.Shared("data/contracts/mastodon.openapi.json");
        if (!File.Exists(contract))
        {
            missing = "Mastodon's contract, mastodon.openapi.json, is not beside this checkout.";
            return;
        }

        var packages = Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.EndToEnd", "mastodon-contract");
        try
        {
            await NodePackages.EnsureAsync(packages);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            missing = $"The judge of contracts cannot be installed on this machine: {exception.Message}";
            return;
        }

        server = await MastodonServer.StartAsync();
        var port = FreePort();
        address = new($"http://127.0.0.1:{port}");
        process = Process.Start(new ProcessStartInfo("node",
        [
            "-r", Path.Combine(RepositoryRoot.Path, "tests", "exit-with-parent.cjs"),
            Path.Combine(packages, "node_modules", "@stoplight", "prism-cli", "dist", "index.js"),
            "proxy", "--errors", "-h", "127.0.0.1", "-p", $"{port}", contract, server.Address.AbsoluteUri,
        ])
        { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        for (var waited = 0; !await AnswersAsync(port); waited++)
        {
            if (process.HasExited || waited == 480)
            {
                throw new InvalidOperationException($"The judge did not start: {(process.HasExited ? string.Concat(await said) : "no answer within two minutes")}");
            }

            await Task.Delay(250);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
