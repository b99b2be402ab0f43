using Azure.Data.Tables;
using Campaigns.Operations.Backups;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

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

    /// <summary>Loses all tables, and makes them anew.</summary>
    public static async Task EmptyAsync(TestEngine engine)
    {
        await WipeAsync(engine);
        await engine.MakeStorageAsync();
    }

    /// <summary>A key that a restore leaves out unless it is asked for keys.</summary>
    public static Task AddKeyAsync(TestEngine engine) => engine.Get<StorageRim>().Table(TableNames.AccessKeys)
        .AddEntityAsync(new TableEntity("key", "old") { ["Hash"] = new byte[32], ["Roles"] = "Manager", ["Campaigns"] = "[]" });

    public static async Task<Answer> RestoreAsync(TestEngine engine, string backup = "2015-06-09", string query = "", CancellationToken cancellationToken = default)
    {
        var request = Call.Request(engine, "POST", $"/api/backups/{backup}/restore{query}");
        return await Call.AnswerAsync(request, engine.Function<RestoreBackup>().Run(request, backup, cancellationToken));
    }
}
