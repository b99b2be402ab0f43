using Campaigns.Http;
using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Erasures;
using Campaigns.Operations.Backups;
using Campaigns.Operations.Configuration;
using Campaigns.Publishing;
using Campaigns.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Operations;

/// <summary>Registers what keeps the engine running: its configuration as a document, and backups.</summary>
internal static class OperationsServices
{
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHostedService<TelemetryExport>();
        services.AddSingleton<ListeningMetrics>();
        services.AddChecked<BackupOptions>(configuration, BackupOptions.SectionName);
        services.AddSingleton(provider => new HealthProbe("blobs", false, provider.GetRequiredService<BackupBlobs>().AskAsync));
        services.AddSingleton(provider => new RestoredRows(TableNames.Cells, () => new StrayPages(provider.GetRequiredService<StorageRim>()).BelongsAsync));
        services.AddSingleton(provider => new AfterRestore(provider.GetRequiredService<ErasureRegister>().EraseAgainAsync));
        services.AddSingleton(provider => new AfterRestore(provider.GetRequiredService<RestoredDeliveries>().QuestionAsync));
        return services
            .AddSingleton<ConfigurationShelf>()
            .AddSingleton<ConfigurationWriter>()
            .AddSingleton<ConfigurationDesk>()
            .AddSingleton<BackupBlobs>()
            .AddSingleton<RestoreRegister>()
            .AddSingleton<ErasureRegister>()
            .AddSingleton<TableCopier>()
            .AddSingleton<BackupCatalogue>()
            .AddSingleton<BackupRun>()
            .AddSingleton<TableRestorer>()
            .AddSingleton<RestoredDeliveries>()
            .AddSingleton<RestoreProgressTable>()
            .AddSingleton<RestoreDesk>();
    }
}
