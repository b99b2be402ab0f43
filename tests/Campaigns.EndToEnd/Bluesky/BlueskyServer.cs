using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd.Bluesky;

/// <summary>A real Bluesky server of its own, on loopback with a temporary folder, and one account on it that has an app password.</summary>
public sealed class BlueskyServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;
    private readonly HttpClient http = new();
    private string ownToken = "";

    private BlueskyServer(Process process, string folder, string jwtSecret, Uri service)
    {
        this.process = process;
        this.folder = folder;
        JwtSecret = jwtSecret;
        Service = service;
    }

    public Uri Service { get; }

    public string Handle { get; private set; } = "";

    public string Did { get; private set; } = "";

    public string AppPassword { get; private set; } = "";

    /// <summary>What the server signs its tokens with, so that a test can have one that is over.</summary>
    internal string JwtSecret { get; }

    /// <summary>Starts the server; the first time on a machine its packages are installed, which takes a minute or two.</summary>
    /// <exception cref="BlueskyServerMissingException">This machine cannot install it.</exception>
    public static async Task<BlueskyServer> StartAsync()
    {
        var packages = Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.EndToEnd", "bluesky-pds");
        try
        {
            await NodePackages.EnsureAsync(packages);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            throw new BlueskyServerMissingException($"The Bluesky server cannot be installed on this machine: {exception.Message}", exception);
        }

        var folder = Directory.CreateTempSubdirectory("campaigns-bluesky-").FullName;
        var jwtSecret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var process = Process.Start(new ProcessStartInfo("node",
        [
            "-r", Path.Combine(RepositoryRoot.Path, "tests", "exit-with-parent.cjs"),
            "-r", Path.Combine(packages, "loopback.cjs"),
            Path.Combine(packages, "server.cjs"), folder, jwtSecret,
        ])
        { RedirectStandardInput = true, RedirectStandardOutput = true, Environment = { ["LOG_ENABLED"] = "0" } })!;
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2))
            ?? throw new InvalidOperationException("The Bluesky server did not start; what it said stands above.");
        // Whatever else it prints is read, so that it never waits for a reader.
        _ = process.StandardOutput.ReadToEndAsync();
        var server = new BlueskyServer(process, folder, jwtSecret, new Uri(JsonNode.Parse(line)!["service"]!.GetValue<string>()));
        await server.OpenAccountAsync();
        return server;
    }

    /// <summary>Opens a further account and gives its lasting identifier.</summary>
    public async Task<string> CreateAccountAsync(string handle) =>
        (await CallAsync("com.atproto.server.createAccount", new { handle, email = $"{handle}@mail.test", password = Secret() })).GetProperty("did").GetString()!;

    /// <summary>The posts that the server holds for the account, newest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> PostsAsync()
    {
        var page = await http.GetFromJsonAsync<JsonElement>(
            new Uri(Service, $"/xrpc/com.atproto.repo.listRecords?repo={Did}&collection=app.bsky.feed.post&limit=100"));
        return [.. page.GetProperty("records").EnumerateArray()];
    }

    /// <summary>A picture as the server keeps it.</summary>
    public Task<byte[]> BlobAsync(string cid) => http.GetByteArrayAsync(new Uri(Service, $"/xrpc/com.atproto.sync.getBlob?did={Did}&cid={cid}"));

    /// <summary>Makes the account's app password worthless, as its owner would.</summary>
    public Task RevokeAppPasswordAsync(string name) => CallAsync("com.atproto.server.revokeAppPassword", new { name }, ownToken);

    public async Task<string> CreateAppPasswordAsync(string name) =>
        (await CallAsync("com.atproto.server.createAppPassword", new { name }, ownToken)).GetProperty("password").GetString()!;

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    private async Task OpenAccountAsync()
    {
        Handle = $"campaign-{Secret()[..8]}.test";
        var account = await CallAsync("com.atproto.server.createAccount", new { handle = Handle, email = $"{Handle}@mail.test", password = Secret() });
        Did = account.GetProperty("did").GetString()!;
        ownToken = account.GetProperty("accessJwt").GetString()!;
        AppPassword = await CreateAppPasswordAsync("campaigns");
    }

    private async Task<JsonElement> CallAsync(string method, object body, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Service, $"/xrpc/{method}")) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(answer.Length == 0 ? "null" : answer)
            : throw new InvalidOperationException($"{method} answered {(int)response.StatusCode}: {answer}");
    }
}
