using System.Net;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Campaigns.EndToEnd.Support;
using Campaigns.Storage;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

/// <summary>The engine as people run it: backed up, robbed of every table, started again and restored over HTTP.</summary>
[Collection(EngineTests.Name)]
public sealed partial class BackupTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Results_are_the_same_after_every_table_was_lost()
    {
        var storage = new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix());
        await using var engine = await EngineProcess.StartAsync(storage);
        await engine.CreateAsync("api/campaigns/give-blood", SampleCampaign.Json);
        var lines = string.Join('\n', Enumerable.Range(0, 500).Select(static number =>
            $$$"""{ "channel": "x", "id": "{{{number}}}", "createdAt": "2015-06-08T{{{number % 24:00}}}:00:00Z", "text": "#MissingType", "author": { "id": "{{{number % 99}}}", "followers": {{{number % 99}}} } }"""));
        Assert.Equal(HttpStatusCode.Accepted, (await engine.PostAsync("api/mentions", lines, Requests.Ndjson)).Status);
        await Eventually.ComesAsync(
            () => engine.GetAsync("api/campaigns/give-blood/results"),
            static results => results.Json.GetProperty("mentions") is { ValueKind: System.Text.Json.JsonValueKind.Number } count && count.GetInt32() == 500, static results => results.Text);
        await new StorageQueues(storage).DrainedAsync();

        // As an administrator runs a timer by hand.
        Assert.Equal(HttpStatusCode.Accepted, (await engine.PostAsync("admin/functions/RunBackup", "{}")).Status);
        var backup = await Eventually.ComesAsync(
            () => engine.GetAsync("api/backups"), static list => list.Json.GetProperty("items") is { } items && items.GetArrayLength() == 1 && items[0].GetProperty("doneAt").ValueKind == System.Text.Json.JsonValueKind.String, static list => list.Text);
        var before = (await engine.GetAsync("api/campaigns/give-blood/results")).Text;
        Assert.Equal(0, await engine.StopAsync());
        var tables = new TableServiceClient(azurite.ConnectionString);
        foreach (var table in TableNames.All)
        {
            await tables.DeleteTableAsync(storage.Prefix + table);
        }

        await engine.StartAgainAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await engine.GetAsync("api/campaigns/give-blood/results")).Status);
        var restored = await engine.PostAsync($"api/backups/{backup.Json.GetProperty("items")[0].GetProperty("id").GetString()}/restore", "");

        Assert.True(restored.Status == HttpStatusCode.OK && restored.Json.GetProperty("done").GetBoolean(), restored.Text);
        Assert.Equal(WithoutTimes(before), WithoutTimes((await engine.GetAsync("api/campaigns/give-blood/results")).Text));
    }

    /// <summary>Some figures are as of the moment in which they are asked for.</summary>
    private static string WithoutTimes(string results) => AsOf().Replace(results, "");

    [GeneratedRegex("\"asOf\":\"[^\"]*\"")]
    private static partial Regex AsOf();
}
