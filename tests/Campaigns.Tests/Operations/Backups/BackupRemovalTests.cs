using Campaigns.Operations.Backups;
using Campaigns.Storage;
using Campaigns.Tests.Listening.Erasures;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using static Campaigns.Tests.Operations.Backups.BackupSteps;

namespace Campaigns.Tests.Operations.Backups;

/// <summary>Backups go after their days, and what a restore would need of the time since them goes later.</summary>
public sealed class BackupRemovalTests(AzuriteFixture azurite)
{
    private readonly TestClock clock = TestClock.At("2015-06-09T01:00:20Z");

    [Fact]
    public async Task Backups_go_after_their_days_and_the_register_once_the_last_that_is_older_cannot_be_brought_back()
    {
        await using var engine = await TestEngine.StartAsync(azurite, clock, settings: Erasing.WithoutWaits);
        await SampleCampaign.PutAsync(engine);
        await BackUpAsync(engine);
        await Erasing.AskAsync(engine, id: "7");
        clock.Advance(TimeSpan.FromDays(10));
        await BackUpAsync(engine);
        await BackUpAsync(engine);
        Assert.Equal(["2015-06-09", "2015-06-19"], (await engine.Get<BackupCatalogue>().ListAsync(default)).Select(backup => backup.Id));
        Assert.Single(await engine.Get<RestoreRegister>().ReadAsync("erasure", default));

        clock.Advance(TimeSpan.FromDays(5));
        await BackUpAsync(engine);
        Assert.Equal(["2015-06-19", "2015-06-24"], (await engine.Get<BackupCatalogue>().ListAsync(default)).Select(backup => backup.Id));
        Assert.DoesNotContain(await engine.Get<BackupBlobs>().ListAsync("", default), name => name.StartsWith("2015-06-09", StringComparison.Ordinal));

        clock.Advance(TimeSpan.FromDays(12));
        await BackUpAsync(engine);
        Assert.Single(await engine.Get<RestoreRegister>().ReadAsync("erasure", default));
        clock.Advance(TimeSpan.FromDays(4));
        await BackUpAsync(engine);
        Assert.Empty(await engine.Get<RestoreRegister>().ReadAsync("erasure", default));
    }

    [Fact]
    public async Task A_backup_whose_removal_broke_off_is_gone_after_the_next_run()
    {
        await using var engine = await TestEngine.StartAsync(azurite, clock, settings: Erasing.WithoutWaits);
        await SampleCampaign.PutAsync(engine);
        await BackUpAsync(engine);
        var blobs = engine.Get<BackupBlobs>();
        await blobs.RemoveAsync(BackupState.BlobOf("2015-06-09"), default);
        Assert.NotEmpty(await blobs.ListAsync("2015-06-09/", default));

        clock.Advance(TimeSpan.FromDays(15));
        await BackUpAsync(engine);
        Assert.Empty(await blobs.ListAsync("2015-06-09/", default));
        Assert.NotEmpty(await blobs.ListAsync("2015-06-24/", default));
    }
}
