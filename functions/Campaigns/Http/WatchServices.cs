using Azure.Data.Tables;
using Campaigns.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Http;

/// <summary>What looks after the engine: messages that were given up, and whether it is well: tables are asked for one row, queues for the length of one.</summary>
internal static class WatchServices
{
    public static IServiceCollection AddWatch(this IServiceCollection services)
    {
        services.AddSingleton(provider => new HealthProbe("tables", true, cancellationToken => provider.GetRequiredService<StorageRim>()
            .Table(TableNames.Engine).GetEntityIfExistsAsync<TableEntity>("engine", "health", cancellationToken: cancellationToken)));
        services.AddSingleton(provider => new HealthProbe("queues", true, cancellationToken => provider.GetRequiredService<StorageRim>()
            .Queue(provider.GetServices<EngineQueue>().First().Name).GetPropertiesAsync(cancellationToken)));
        return services.AddSingleton<EngineHealth>().AddSingleton<PoisonShelf>().AddSingleton<PoisonReplay>();
    }
}
