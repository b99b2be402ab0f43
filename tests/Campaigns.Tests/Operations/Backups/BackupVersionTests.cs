using Campaigns.Operations.Backups;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using static Campaigns.Tests.Operations.Backups.BackupSteps;

namespace Campaigns.Tests.Operations.Backups;

/// <summary>A backup that another version of the engine made in another layout is told by its number, refused, and in nobody's way.</summary>
public sealed class BackupVersionTests(AzuriteFixture azurite)
{
    private readonly TestClock clock = TestClock.At("2015-06-09T01:00:20Z");

    [Fact]
    public async Task It_is_listed_and_not_restored_and_the_reason_says_what_to_do()
    {
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        await OfTomorrowAsync(engine, "2015-06-08");

        var request = Call.Request(engine, "GET", "/api/backups");
        var listed = await Call.AnswerAsync(request, engine.Function<ListBackups>().Run(request, TestContext.Current.CancellationToken));
        Assert.True(listed.Status == 200, listed.Text);
        var one = Assert.Single(listed.Json.GetProperty("items").EnumerateArray());
        Assert.Equal(("2015-06-08", 2), (one.GetProperty("id").GetString(), one.GetProperty("version").GetInt32()));

        var refused = await RestoreAsync(engine, "2015-06-08");
        Assert.Equal(409, refused.Status);
        Assert.Contains("is of layout 2, and this version of the engine reads layout 1. Restore it with the version that made it.", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Null(await engine.Get<HoldSwitch>().SinceAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_of_today_is_made_anew_and_older_ones_go_after_their_days()
    {
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine);
        await OfTomorrowAsync(engine, "2015-06-01");
        await OfTomorrowAsync(engine, "2015-06-09");
        await BackUpAsync(engine);
        var made = await engine.Get<BackupCatalogue>().ListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([("2015-06-01", 2, false), ("2015-06-09", 1, true)], made.Select(backup => (backup.Id, backup.Version, backup.DoneAt is not null)));

        clock.Advance(TimeSpan.FromDays(7));
        await BackUpAsync(engine);
        Assert.Equal(["2015-06-09", "2015-06-16"], (await engine.Get<BackupCatalogue>().ListAsync(TestContext.Current.CancellationToken)).Select(backup => backup.Id));

        await EmptyAsync(engine);
        Assert.Equal(200, (await RestoreAsync(engine)).Status);
        Assert.NotNull(await engine.Get<CampaignTable>().FindAsync("missing-type", TestContext.Current.CancellationToken));
    }

    private static async Task OfTomorrowAsync(TestEngine engine, string id) => Assert.NotNull(await engine.Get<BackupBlobs>().WriteAsync(
        BackupState.BlobOf(id), BinaryData.FromString("""{ "version": 2, "made": { "day": 16595 }, "pieces": [7, 8] }"""), null, TestContext.Current.CancellationToken));
}
