using Azure.Data.Tables;
using Azure.Storage.Queues;
using Campaigns.Storage;
using Campaigns.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Campaigns.Tests.Support;

/// <summary>The engine as <c>AddCampaigns</c> composes it, on the emulator, with tables and queues of its own. Triggers are called by hand.</summary>
public sealed class TestEngine : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly string? own;

    private TestEngine(ServiceProvider services, string prefix, string? own)
    {
        (this.services, this.own) = (services, own);
        Prefix = prefix;
    }

    /// <summary>Stands before every table and queue of this engine.</summary>
    public string Prefix { get; }

    public IServiceProvider Services => services;

    /// <summary>Composes an engine and makes its tables and queues.</summary>
    /// <param name="azurite">The emulator.</param>
    /// <param name="clock">The clock; the real one where it is left out.</param>
    /// <param name="change">Replaces services: only the far side of a network.</param>
    /// <param name="settings">Further settings, or others for those of <c>local.settings.json</c>, as <c>Section:Key</c>.</param>
    /// <param name="prefix">The prefix of another engine, to share its storage.</param>
    public static async Task<TestEngine> StartAsync(
        AzuriteFixture azurite,
        TimeProvider? clock = null,
        Action<IServiceCollection>? change = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        string? prefix = null)
    {
        var own = prefix is null ? azurite.ConnectionString : null;
        prefix ??= AzuriteFixture.NewPrefix();
        var values = LocalSettings.Read();
        foreach (var queue in values.Keys.Where(key => key.EndsWith("Queue", StringComparison.Ordinal)).ToArray())
        {
            values[queue] = $"{prefix}-{values[queue]}";
        }

        values["AzureWebJobsStorage"] = azurite.ConnectionString;
        values["Storage:TablePrefix"] = prefix;
        values["Backup:Container"] = prefix;
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>())
        {
            values[key] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddLogging();
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }

        services.AddCampaigns(configuration);
        change?.Invoke(services);
        var engine = new TestEngine(services.BuildServiceProvider(validateScopes: true), prefix, own);
        await engine.MakeStorageAsync();
        return engine;
    }

    /// <summary>Makes tables and queues, as an engine does when it starts.</summary>
    public async Task MakeStorageAsync()
    {
        foreach (var setup in services.GetServices<IHostedService>().OfType<StorageSetup>())
        {
            await setup.StartAsync(default);
        }
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Makes a function class as the host does.</summary>
    public T Function<T>()
        where T : class => ActivatorUtilities.CreateInstance<T>(services);

    /// <summary>Ends it, and takes away what it made: the emulator grows slower with every table and every message that it holds.</summary>
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (own is null)
        {
            return;
        }

        var tables = new TableServiceClient(own);
        foreach (var table in TableNames.All)
        {
            await tables.DeleteTableAsync(Prefix + table);
        }

        var queues = new QueueServiceClient(own);
        await foreach (var queue in queues.GetQueuesAsync(prefix: Prefix))
        {
            await queues.DeleteQueueAsync(queue.Name);
        }
    }
}
