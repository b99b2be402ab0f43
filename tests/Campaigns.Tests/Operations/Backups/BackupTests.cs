using Azure.Data.Tables;
using Campaigns.Listening.Supporters;
using Campaigns.Operations.Backups;
using Campaigns.Operations.Configuration;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Results;
using Campaigns.Storage;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Erasures;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using static Campaigns.Tests.Operations.Backups.BackupSteps;

namespace Campaigns.Tests.Operations.Backups;

/// <summary>Every table is copied at night; when all of them are gone, the results come back as they were, and whoever was erased stays erased.</summary>
public sealed class BackupTests(AzuriteFixture azurite)
{
    private readonly TestClock clock = TestClock.At("2015-06-09T01:00:20Z");

    [Fact]
    public async Task With_all_tables_gone_a_restore_brings_the_same_results_and_counting_goes_on()
    {
        await using var engine = await EngineAsync();
        await FillAsync(engine);
        var before = await SeenAsync(engine);
        await BackUpAsync(engine);

        await WipeAsync(engine);
        await using var fresh = await EngineAsync(engine.Prefix);
        Assert.Equal(404, (await ResultsAsync(fresh)).Status);
        var restored = await RestoreAsync(fresh);

        Assert.True(restored.Status == 200, restored.Text);
        Assert.Equal((true, 0), (restored.Json.GetProperty("done").GetBoolean(), restored.Json.GetProperty("left").GetInt32()));
        await using var again = await EngineAsync(engine.Prefix);
        Assert.Equal(before, await SeenAsync(again));
        // Handed in again, nothing counts twice; what is new counts.
        await ListeningRun.RollUpAsync(again, Line.Join([Line.Of("1"), Line.Of("300")]));
        Assert.Equal(61, (await ListeningRun.ResultsAsync(again)).GetProperty("mentions").GetInt32());
    }

    [Fact]
    public async Task Whoever_was_erased_after_the_backup_is_erased_again_and_no_total_moves()
    {
        await using var engine = await EngineAsync();
        await FillAsync(engine);
        var campaign = (await engine.Get<CampaignTable>().FindAsync("missing-type", default))!;
        var key = (await Erasing.KeysAsync(engine, campaign)).Author("x", "7");
        await BackUpAsync(engine);
        Assert.NotEmpty(await Erasing.LeftAsync(azurite, engine, key));
        await Erasing.EraseAsync(engine, id: "7");
        var totals = await Erasing.TotalsAsync(engine);
        Assert.Empty(await Erasing.LeftAsync(azurite, engine, key));

        await WipeAsync(engine);
        await using var fresh = await EngineAsync(engine.Prefix);
        await RestoreAsync(fresh);
        await Erasing.WorkAsync(fresh);

        Assert.Empty(await Erasing.LeftAsync(azurite, fresh, key));
        Assert.Equal(totals, await Erasing.TotalsAsync(fresh));
        await ListeningRun.RollUpAsync(fresh, Line.Of("400", author: "7"));
        Assert.Equal(1, (await ListeningRun.ResultsAsync(fresh)).GetProperty("mentionsWithoutAuthor").GetInt32());
    }

    [Fact]
    public async Task A_backup_that_dies_again_and_again_goes_on_from_where_it_was_and_so_does_a_restore()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite, clock: clock);
        await FillAsync(engine);
        var before = await SeenAsync(engine);
        var run = new BackupRun(
            new TableCopier(engine.Get<StorageRim>(), engine.Get<BackupBlobs>()) { ChunkSize = 200 }, engine.Get<BackupCatalogue>(), engine.Get<RestoreRegister>(),
            engine.Get<IOptions<BackupOptions>>(), clock, NullLogger<BackupRun>.Instance);
        var deaths = 0;
        for (; !await wire.EndsWithinAsync(3, run.RunAsync); deaths++)
        {
            Assert.True(deaths < 200, "It does not get on.");
        }

        Assert.True(deaths > 5, $"{deaths} deaths");
        Assert.NotNull((await engine.Get<BackupCatalogue>().FindAsync("2015-06-09", default))!.DoneAt);
        await WipeAsync(engine);
        await using var fresh = await wire.EngineAsync(azurite, engine.Prefix, clock);
        deaths = 0;
        // Whether tables are empty is asked only at its beginning, which dies at each of its last requests and of those that bring back the first rows. What must hold
        // after a restore is begun anew by each call, and needs to come to its end in one.
        while (!await wire.EndsWithinAsync(deaths < 8 ? 10 + deaths : 5 + (deaths / 10), cancellationToken => RestoreAsync(fresh, cancellationToken: cancellationToken)))
        {
            Assert.True(++deaths < 200, "It does not get on.");
        }

        Assert.True(deaths > 2, $"{deaths} deaths");
        await using var again = await wire.EngineAsync(azurite, engine.Prefix, clock);
        Assert.Equal(before, await SeenAsync(again));
    }

    [Theory]
    [InlineData(120, 10, 2)]
    [InlineData(20, 300_000, 4)]
    public async Task Of_heavy_rows_few_are_held_at_a_time_and_of_light_ones_many(int rows, int bytes, int requests)
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite, clock: clock);
        var table = engine.Get<StorageRim>().Table(TableNames.Cells);
        foreach (var number in Enumerable.Range(0, rows))
        {
            var parts = Enumerable.Range(0, 10).Select(part => KeyValuePair.Create<string, object>($"Part{part}", new byte[bytes / 10]));
            await table.AddEntityAsync(new TableEntity(new Dictionary<string, object>(parts) { ["PartitionKey"] = "rows", ["RowKey"] = $"{number:000}" }));
        }

        wire.Forget();
        await BackUpAsync(engine);

        Assert.Equal(requests, wire.Seen.Count(request => request.Contains($"{engine.Prefix}{TableNames.Cells}", StringComparison.Ordinal)));
        Assert.Equal(rows, (await engine.Get<BackupCatalogue>().FindAsync("2015-06-09", default))!.Tables.Single(copied => copied.Name == TableNames.Cells).Rows);
    }

    [Fact]
    public async Task Nothing_is_restored_over_what_is_there_nor_from_what_is_not_whole_and_revoked_keys_stay_out()
    {
        await using var engine = await EngineAsync();
        await SampleCampaign.PutAsync(engine);
        await AddKeyAsync(engine);
        await BackUpAsync(engine);
        var filled = await RestoreAsync(engine);
        Assert.Equal(409, filled.Status);
        Assert.Contains("the tables Campaigns are not empty", filled.Text, StringComparison.Ordinal);
        Assert.Null(await engine.Get<HoldSwitch>().SinceAsync(default));
        Assert.Equal(404, (await RestoreAsync(engine, "2015-06-08")).Status);
        Assert.Equal(404, (await RestoreAsync(engine, "../register")).Status);
        await engine.Get<BackupCatalogue>().WriteAsync(new BackupState("2015-06-07", clock.GetUtcNow(), null, []), default);
        Assert.Equal(409, (await RestoreAsync(engine, "2015-06-07")).Status);

        await WipeAsync(engine);
        await using var fresh = await EngineAsync(engine.Prefix);
        await RestoreAsync(fresh);
        Assert.Equal(0, await fresh.Get<StorageRim>().Table(TableNames.AccessKeys).QueryAsync<TableEntity>().CountAsync());
        Assert.NotNull(await fresh.Get<CampaignTable>().FindAsync("missing-type", default));
    }

    private Task<TestEngine> EngineAsync(string? prefix = null) => TestEngine.StartAsync(azurite, clock, settings: Erasing.WithoutWaits, prefix: prefix);

    /// <summary>A campaign with supporters, an entered post and sixty mentions by thirty authors, rolled up.</summary>
    private static async Task FillAsync(TestEngine engine)
    {
        await SampleCampaign.PutAsync(engine);
        var list = Call.Request(engine, "PUT", "/api/campaigns/missing-type/supporters", """[{ "channel": "x", "id": "3", "name": "Łódź 🩸", "kind": "organisation", "basis": "a public body" }]""");
        Assert.Equal(201, (await Call.AnswerAsync(list, engine.Function<PutSupporters>().Run(list, "missing-type", default))).Status);
        await ListeningRun.RollUpAsync(engine, Line.Join([.. Enumerable.Range(0, 60).Select(static number => Line.Of($"{number}", author: $"{number % 30}"))]));
    }

    private static async Task<Answer> ResultsAsync(TestEngine engine)
    {
        var request = Call.Request(engine, "GET", "/api/campaigns/missing-type/results");
        return await Call.AnswerAsync(request, engine.Function<GetResults>().Run(request, "missing-type", default));
    }

    /// <summary>Everything that a caller sees: results, the timeline, the configuration.</summary>
    private static async Task<string> SeenAsync(TestEngine engine)
    {
        var request = Call.Request(engine, "GET", "/api/export");
        var export = await Call.AnswerAsync(request, engine.Function<ExportConfiguration>().Run(request, default));
        return string.Join('\n', (await ListeningRun.ResultsAsync(engine)).GetRawText(), (await ListeningRun.TimelineAsync(engine, "hour")).GetRawText(), export.Text);
    }
}
