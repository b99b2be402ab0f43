using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd.Bluesky;

/// <summary>A whole Bluesky network of its own, on loopback: people sign up on its server, and its view finds what they post.</summary>
public sealed class BlueskyNetwork : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;
    private readonly HttpClient http = new();

    private BlueskyNetwork(Process process, string folder, Uri service, Uri view)
    {
        this.process = process;
        this.folder = folder;
        Service = service;
        View = view;
    }

    /// <summary>The server that accounts are on.</summary>
    public Uri Service { get; }

    /// <summary>The server that sees the whole network, and answers strangers too.</summary>
    public Uri View { get; }

    /// <summary>Starts the network; the first time on a machine its packages are installed, which takes a minute or two.</summary>
    /// <exception cref="BlueskyServerMissingException">This machine cannot have one.</exception>
    public static async Task<BlueskyNetwork> StartAsync()
    {
        var programs = await BlueskyNetworkParts.EnsureAsync();
        var tests = Path.Combine(RepositoryRoot.Path, "tests");
        var folder = Directory.CreateTempSubdirectory("campaigns-network-").FullName;
        var process = Process.Start(new ProcessStartInfo("node",
        [
            "-r", Path.Combine(tests, "exit-with-parent.cjs"),
            "-r", Path.Combine(tests, "Campaigns.EndToEnd", "bluesky-pds", "loopback.cjs"),
            Path.Combine(BlueskyNetworkParts.Folder, "network.cjs"), folder, programs,
        ])
        { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["LOG_ENABLED"] = "0" } })!;
        var errors = process.StandardError.ReadToEndAsync();
        if (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(3)) is not { } line)
        {
            throw new InvalidOperationException($"The Bluesky network did not start: {await errors}");
        }

        // Whatever else it prints is read, so that it never waits for a reader.
        _ = process.StandardOutput.ReadToEndAsync();
        var where = JsonNode.Parse(line)!;
        return new(process, folder, new Uri(where["service"]!.GetValue<string>()), new Uri(where["view"]!.GetValue<string>()));
    }

    /// <summary>Signs somebody up.</summary>
    public async Task<Person> SignUpAsync(string name)
    {
        var (handle, password) = ($"{name}-{Guid.NewGuid().ToString("N")[..6]}.test", Guid.NewGuid().ToString("N"));
        var account = await CallAsync("com.atproto.server.createAccount", new JsonObject { ["handle"] = handle, ["email"] = $"{handle}@mail.test", ["password"] = password });
        return new(account["did"]!.GetValue<string>(), handle, password, account["accessJwt"]!.GetValue<string>());
    }

    /// <summary>Writes records into somebody's repository, and says where and as which version they stand.</summary>
    public async Task<IReadOnlyList<JsonObject>> WriteAsync(Person person, string collection, params JsonObject[] records)
    {
        var writes = records.Select(record => new JsonObject
        {
            ["$type"] = "com.atproto.repo.applyWrites#create",
            ["collection"] = collection,
            ["value"] = new JsonObject([.. record.Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())), new("$type", collection)]),
        });
        var answer = await CallAsync("com.atproto.repo.applyWrites", new() { ["repo"] = person.Did, ["writes"] = new JsonArray([.. writes]) }, person.Token);
        return [.. answer["results"]!.AsArray().Select(result => new JsonObject { ["uri"] = result!["uri"]!.DeepClone(), ["cid"] = result["cid"]!.DeepClone() })];
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        http.Dispose();
        // The databases end by a signal of their own and may still be writing.
        for (var tries = 0; Directory.Exists(folder) && tries < 20; tries++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                await Task.Delay(250);
            }
        }
    }

    private async Task<JsonObject> CallAsync(string method, JsonObject body, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Service, $"/xrpc/{method}")) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonNode.Parse(answer)!.AsObject() : throw new InvalidOperationException($"{method} answered {(int)response.StatusCode}: {answer}");
    }

    /// <summary>Somebody with an account.</summary>
    public sealed record Person(string Did, string Handle, string Password, string Token);
}
