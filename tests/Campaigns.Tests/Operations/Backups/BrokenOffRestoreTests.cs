using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Storage;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using static Campaigns.Tests.Operations.Backups.BackupSteps;

namespace Campaigns.Tests.Operations.Backups;

/// <summary>A restore that broke off is gone on with where it was begun, and nowhere else.</summary>
public sealed class BrokenOffRestoreTests(AzuriteFixture azurite)
{
    private readonly TestClock clock = TestClock.At("2015-06-09T01:00:20Z");

    [Fact]
    public async Task Into_tables_made_anew_it_begins_anew_and_never_over_what_was_put_there()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await FilledAsync(wire);
        var before = await RowsAsync(engine);
        await BreakOffAsync(wire, engine);

        await EmptyAsync(engine);
        await SampleCampaign.PutAsync(engine, "meanwhile");
        var live = await RestoreAsync(engine);
        Assert.Equal(409, live.Status);
        Assert.Contains("the tables Campaigns are not empty", live.Text, StringComparison.Ordinal);

        await EmptyAsync(engine);
        var restored = await RestoreAsync(engine);
        Assert.True(restored.Json.GetProperty("done").GetBoolean(), restored.Text);
        Assert.Equal(before, await RowsAsync(engine));
    }

    [Fact]
    public async Task Done_and_asked_for_again_it_is_told_again_and_what_came_since_stays()
    {
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine);
        await BackUpAsync(engine);
        clock.Advance(TimeSpan.FromDays(1));
        await BackUpAsync(engine);
        await EmptyAsync(engine);
        var done = await RestoreAsync(engine);
        Assert.Equal(clock.GetUtcNow(), done.Json.GetProperty("doneAt").GetDateTimeOffset());
        clock.Advance(TimeSpan.FromHours(1));
        await SampleCampaign.PutAsync(engine, "meanwhile");

        Assert.Equal(done.Text, (await RestoreAsync(engine)).Text);
        await engine.Get<HoldSwitch>().ReleaseAsync(default);
        Assert.Equal(done.Text.Replace("\"held\":true", "\"held\":false", StringComparison.Ordinal), (await RestoreAsync(engine)).Text);
        Assert.NotNull(await engine.Get<CampaignTable>().FindAsync("meanwhile", default));
        Assert.Contains("it is done", (await RestoreAsync(engine, query: "?keys=true")).Text, StringComparison.Ordinal);
        Assert.Contains("did not come from this backup", (await RestoreAsync(engine, "2015-06-10")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Done_and_then_deleted_without_the_note_of_it_it_begins_anew()
    {
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine);
        await BackUpAsync(engine);
        await EmptyAsync(engine);
        await RestoreAsync(engine);
        foreach (var name in TableNames.All.Except([TableNames.Engine]))
        {
            await foreach (var row in engine.Get<StorageRim>().Table(name).QueryAsync<TableEntity>())
            {
                await engine.Get<StorageRim>().Table(name).DeleteEntityAsync(row.PartitionKey, row.RowKey);
            }
        }

        Assert.True((await RestoreAsync(engine)).Json.GetProperty("done").GetBoolean());
        Assert.NotNull(await engine.Get<CampaignTable>().FindAsync("missing-type", default));
    }

    [Fact]
    public async Task Broken_off_anywhere_it_is_asked_for_again_until_it_is_done()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await FilledAsync(wire);
        var before = await RowsAsync(engine);
        for (var requests = 2; ; requests += 5)
        {
            await EmptyAsync(engine);
            var isWhole = await wire.EndsWithinAsync(requests, cancellationToken => RestoreAsync(engine, cancellationToken: cancellationToken));
            var again = await RestoreAsync(engine);
            Assert.True(again.Status == 200 && again.Json.GetProperty("done").GetBoolean(), again.Text);
            Assert.Equal(before, await RowsAsync(engine));
            if (isWhole)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task Asked_for_keys_after_it_was_begun_without_them_it_says_so_and_brings_none()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await FilledAsync(wire);
        await BreakOffAsync(wire, engine);

        var otherwise = await RestoreAsync(engine, query: "?keys=true");
        Assert.Equal(409, otherwise.Status);
        Assert.Contains("begun without ?keys=true", otherwise.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await RestoreAsync(engine)).Status);
        Assert.Equal(0, await engine.Get<StorageRim>().Table(TableNames.AccessKeys).QueryAsync<TableEntity>().CountAsync());
    }

    [Fact]
    public async Task Another_backup_does_not_go_on_where_it_broke_off()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await FilledAsync(wire);
        clock.Advance(TimeSpan.FromDays(1));
        await BackUpAsync(engine);
        await BreakOffAsync(wire, engine);

        Assert.Equal(409, (await RestoreAsync(engine, "2015-06-10")).Status);
        Assert.Equal(200, (await RestoreAsync(engine)).Status);
        Assert.NotNull(await engine.Get<CampaignTable>().FindAsync("missing-type", default));
    }

    /// <summary>A campaign with counted mentions and a key, backed up.</summary>
    private async Task<TestEngine> FilledAsync(TableWire wire)
    {
        var engine = await wire.EngineAsync(azurite, clock: clock);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.RollUpAsync(engine, Line.Join([Line.Of("1"), Line.Of("2")]));
        await AddKeyAsync(engine);
        await BackUpAsync(engine);
        return engine;
    }

    /// <summary>Loses the tables, and restores the first backup until all cells are back and no campaign.</summary>
    private static async Task BreakOffAsync(TableWire wire, TestEngine engine)
    {
        await EmptyAsync(engine);
        var requests = 20;
        while (!await engine.Get<StorageRim>().Table(TableNames.Cells).QueryAsync<TableEntity>().AnyAsync())
        {
            Assert.False(await wire.EndsWithinAsync(requests++, cancellationToken => RestoreAsync(engine, cancellationToken: cancellationToken)));
        }

        Assert.Null(await engine.Get<CampaignTable>().FindAsync("missing-type", default));
    }

    /// <summary>How many rows each table has, but for those that the engine fills by itself and the keys, which stay out.</summary>
    private static async Task<Dictionary<string, int>> RowsAsync(TestEngine engine)
    {
        var rows = new Dictionary<string, int>();
        foreach (var name in TableNames.All.Except([TableNames.Engine, TableNames.Audit, TableNames.AccessKeys]))
        {
            rows[name] = await engine.Get<StorageRim>().Table(name).QueryAsync<TableEntity>().CountAsync();
        }

        return rows;
    }
}
