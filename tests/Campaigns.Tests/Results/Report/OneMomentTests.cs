using System.Text.Json;
using Campaigns.Results.RollUps;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Report;

public sealed class OneMomentTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Days_of_a_roll_up_that_broke_off_are_never_shown_beside_the_totals_of_the_one_before()
    {
        var clock = TestClock.At("2015-06-25T09:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", author: "a"));
        await using var wire = await TableWire.StartAsync(azurite);
        await using var dying = await wire.EngineAsync(azurite, engine.Prefix, clock);
        await ListeningRun.PostAsync(engine, Line.Of("2", author: "b"));
        await ListeningRun.TrackAsync(engine);
        clock.Advance(TimeSpan.FromMinutes(1));
        using var death = new CancellationTokenSource();
        wire.Lets = request =>
        {
            if (request.StartsWith("GET", StringComparison.Ordinal) || !request.Contains("summary", StringComparison.Ordinal))
            {
                return true;
            }

            death.Cancel();
            return false;
        };
        await Assert.ThrowsAnyAsync<Exception>(() => dying.Function<SweepRollUps>().Run(null!, death.Token));

        var meanwhile = await Reporting.GetAsync(engine, "?format=json");
        await ListeningRun.SweepAsync(engine);
        var after = JsonDocument.Parse(await Reporting.TextAsync(engine, "json")).RootElement;

        Assert.True(death.IsCancellationRequested);
        Assert.Equal((503, "5"), (meanwhile.Status, meanwhile.Headers.RetryAfter.ToString()));
        Assert.Equal(2, after.GetProperty("timeline").GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("uses").GetInt64()));
        Assert.StartsWith("2 uses", after.GetProperty("story")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(clock.GetUtcNow(), after.GetProperty("asOf").GetDateTimeOffset());
    }
}
