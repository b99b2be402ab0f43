using Campaigns.Operations.Backups;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using static Campaigns.Tests.Operations.Backups.BackupSteps;

namespace Campaigns.Tests.Operations.Backups;

/// <summary>The alert for a night without a backup goes by one line, which is said when a backup has become whole and by whoever noted so.</summary>
public sealed class WholeBackupTests(AzuriteFixture azurite) : IDisposable
{
    private readonly TestClock clock = TestClock.At("2015-06-09T01:00:20Z");
    private readonly SaidLines log = new();

    public void Dispose() => log.Dispose();

    [Fact]
    public async Task A_backup_that_breaks_off_is_not_said_to_be_whole_and_one_that_is_whole_is_once()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await EngineAsync(wire.ConnectionString);
        await SampleCampaign.PutAsync(engine);
        Assert.False(await wire.EndsWithinAsync(3, engine.Get<BackupRun>().RunAsync));
        Assert.Null((await engine.Get<BackupCatalogue>().FindAsync("2015-06-09", default))!.DoneAt);
        Assert.Empty(Said());

        await BackUpAsync(engine);
        Assert.Matches("^Backup 2015-06-09 is whole: [0-9]+ rows$", Assert.Single(Said()));
        await BackUpAsync(engine);
        Assert.Single(Said());

        clock.Advance(TimeSpan.FromDays(1));
        await BackUpAsync(engine);
        Assert.StartsWith("Backup 2015-06-10 is whole", Said()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_runs_that_end_one_backup_only_the_one_that_notes_it_says_so()
    {
        await using var engine = await EngineAsync(azurite.ConnectionString);
        var catalogue = engine.Get<BackupCatalogue>();
        for (var day = 0; day < 10; day++, clock.Advance(TimeSpan.FromDays(1)))
        {
            var now = clock.GetUtcNow();
            Assert.NotNull(await catalogue.WriteAsync(
                new BackupState(BackupState.IdOf(now), now, null, [.. TableNames.All.Select(name => BackupTable.Of(name) with { IsWhole = true })]), default));
            await Task.WhenAll(BackUpAsync(engine), BackUpAsync(engine));
            Assert.Equal(day + 1, Said().Count);
        }
    }

    private Task<TestEngine> EngineAsync(string connection) => TestEngine.StartAsync(
        azurite, clock, services => services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(log)), new Dictionary<string, string?> { ["AzureWebJobsStorage"] = connection });

    private List<string> Said() => [.. log.Lines.Where(line => line.Contains("is whole:", StringComparison.Ordinal))];
}
