using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Support;

/// <summary>Stands between an engine and the emulator's tables: it sees every request, and cuts the engine off where a test wants that.</summary>
public sealed partial class TableWire : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> seen = new();
    private readonly ConcurrentQueue<string> queries = new();
    private readonly PassingProxy proxy;

    private TableWire(PassingProxy proxy, string connectionString) => (this.proxy, ConnectionString) = (proxy, connectionString);

    /// <summary>The account by way of this.</summary>
    public string ConnectionString { get; }

    /// <summary>Every request since <see cref="Forget"/>, as method and path.</summary>
    public IReadOnlyList<string> Seen => [.. seen];

    /// <summary>The filters of every query since then.</summary>
    public IReadOnlyList<string> Queries => [.. queries];

    /// <summary>Decides whether a request reaches the emulator; where it says no, the connection breaks, unless something else is to be said.</summary>
    internal Func<string, Fate> Lets { get; set; } = static _ => true;

    /// <summary>Decides whether the answer to a request that was done reaches the engine; where it says no, the connection breaks.</summary>
    public Func<string, bool> Brings { get; set; } = static _ => true;

    public static async Task<TableWire> StartAsync(AzuriteFixture azurite)
    {
        var port = int.Parse(Tables().Match(azurite.ConnectionString).Groups[1].Value, CultureInfo.InvariantCulture);
        TableWire? wire = null;
        var proxy = await PassingProxy.StartAsync(
            port,
            passing => Task.FromResult(wire!.Note($"{passing.Method} {passing.Path}", passing.Query)),
            passing => Task.FromResult<Fate>(wire!.Brings($"{passing.Method} {passing.Path}")));
        return wire = new TableWire(proxy, azurite.ConnectionString.Replace(
            string.Create(CultureInfo.InvariantCulture, $":{port}/"), string.Create(CultureInfo.InvariantCulture, $":{proxy.Address.Port}/"), StringComparison.Ordinal));
    }

    /// <summary>An engine whose tables are reached by way of this.</summary>
    public Task<TestEngine> EngineAsync(AzuriteFixture azurite, string? prefix = null, TimeProvider? clock = null) => TestEngine.StartAsync(
        azurite, clock, settings: new Dictionary<string, string?> { ["AzureWebJobsStorage"] = ConnectionString }, prefix: prefix);

    public void Forget()
    {
        seen.Clear();
        queries.Clear();
    }

    /// <summary>Lets work by way of this make so many requests; the next one finds its process dead.</summary>
    /// <returns>Whether it came to its end first.</returns>
    public async Task<bool> EndsWithinAsync(int requests, Func<CancellationToken, Task> work)
    {
        using var death = new CancellationTokenSource();
        Forget();
        Lets = _ =>
        {
            if (seen.Count <= requests)
            {
                return true;
            }

            death.Cancel();
            return false;
        };
        try
        {
            await work(death.Token);
            return !death.IsCancellationRequested;
        }
        catch (Exception) when (death.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            Lets = static _ => true;
        }
    }

    public ValueTask DisposeAsync() => proxy.DisposeAsync();

    private Fate Note(string request, string query)
    {
        seen.Enqueue(request);
        if (query.Contains("$filter", StringComparison.Ordinal))
        {
            queries.Enqueue(query);
        }

        return Lets(request);
    }

    [GeneratedRegex("TableEndpoint=http://127.0.0.1:([0-9]+)/")]
    private static partial Regex Tables();
}
