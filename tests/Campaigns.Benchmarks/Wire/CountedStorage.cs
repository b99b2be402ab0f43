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

    public int ProcessId => azurite.ProcessId;

    public static async Task<CountedStorage> StartAsync()
    {
        var azurite = await Azurite.StartAsync();
        var names = new EngineStorage(azurite.ConnectionString, Prefix);
        var mentions = names.Queue("Listening__MentionsQueue");
        var queue = new QueueClient(azurite.ConnectionString, mentions);
        var traffic = new StorageTraffic(mentions, names.Queue("Insight__TextsQueue"), names.Queue("Listening__RollUpsQueue"), Prefix) { Redeliver = text => queue.SendMessageAsync(text) };
        return new CountedStorage(azurite, traffic, await traffic.WatchAsync(azurite.QueuePort), await traffic.WatchAsync(azurite.TablePort));
    }

    public async ValueTask DisposeAsync()
    {
        await queues.DisposeAsync();
        await tables.DisposeAsync();
        await azurite.DisposeAsync();
    }
}
