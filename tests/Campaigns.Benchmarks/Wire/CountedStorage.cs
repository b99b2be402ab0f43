using Azure.Storage.Queues;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.Benchmarks.Wire;

/// <summary>A storage emulator of its own, reached by an engine through proxies that count, and by the benchmark directly.</summary>
internal sealed class CountedStorage : IAsyncDisposable
{
    private const string Prefix = "bench";

    private readonly Azurite azurite;
    private readonly PassingProxy queues;
    private readonly PassingProxy tables;

    private CountedStorage(Azurite azurite, StorageTraffic traffic, PassingProxy queues, PassingProxy tables)
    {
        (this.azurite, Traffic, this.queues, this.tables) = (azurite, traffic, queues, tables);
        Direct = new EngineStorage(azurite.ConnectionString, Prefix);
        Counted = Direct.Through(azurite.QueuePort, queues.Address.Port).Through(azurite.TablePort, tables.Address.Port);
    }

    public StorageTraffic Traffic { get; }

    /// <summary>Past the proxies.</summary>
    public EngineStorage Direct { get; }

    /// <summary>Through the proxies.</summary>
    public EngineStorage Counted { get; }

    public static async Task<CountedStorage> StartAsync()
    {
        var azurite = await Azurite.StartAsync();
        var names = new EngineStorage(azurite.ConnectionString, Prefix);
        var traffic = new StorageTraffic(names.Queue("Listening__MentionsQueue"), names.Queue("Listening__RollUpsQueue"), Prefix);
        return new CountedStorage(azurite, traffic, await traffic.WatchAsync(azurite.QueuePort), await traffic.WatchAsync(azurite.TablePort));
    }

    /// <summary>How many messages wait in a queue or are being worked on.</summary>
    /// <param name="setting">The setting that names the queue.</param>
    public async Task<int> WaitingAsync(string setting) =>
        (await new QueueClient(Direct.ConnectionString, Direct.Queue(setting)).GetPropertiesAsync()).Value.ApproximateMessagesCount;

    public async ValueTask DisposeAsync()
    {
        await queues.DisposeAsync();
        await tables.DisposeAsync();
        await azurite.DisposeAsync();
    }
}
