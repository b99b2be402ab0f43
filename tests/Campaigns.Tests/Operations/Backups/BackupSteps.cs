using Azure.Data.Tables;
using Campaigns.Operations.Backups;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Campaigns.Tests.Operations.Backups;

/// <summary>What an operator does: copies the tables, loses them, brings them back.</summary>
internal static class BackupSteps
{
    public static Task BackUpAsync(TestEngine engine) => engine.Function<RunBackup>().Run(new TimerInfo(), default);

    public static async Task WipeAsync(TestEngine engine)
    {
        var tables = new TableServiceClient(engine.Get<IConfiguration>()["AzureWebJobsStorage"]);
        foreach (var table in TableNames.All)
        {
            await tables.DeleteTableAsync(engine.Prefix + table);
        }
    }

    /// <summary>Makes the tables, as an engine does when it starts.</summary>
    public static async Task MakeAsync(TestEngine engine)
    {
        foreach (var setup in engine.Services.GetServices<IHostedService>().OfType<StorageSetup>())
        {
            await setup.StartAsync(default);
        }
    }

    public static async Task<Answer> RestoreAsync(TestEngine engine, string backup = "2015-06-09", string query = "", CancellationToken cancellationToken = default)
    {
        var request = Call.Request(engine, "POST", $"/api/backups/{backup}/restore{query}");
        return await Call.AnswerAsync(request, engine.Function<RestoreBackup>().Run(request, backup, cancellationToken));
    }
}
