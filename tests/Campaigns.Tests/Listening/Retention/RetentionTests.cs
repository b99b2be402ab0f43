using System.Globalization;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Retention;
using Campaigns.Planning;
using Campaigns.Tests.Listening.Erasures;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Listening.Supporters;
using Campaigns.Tests.Results.Supporters;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Retention;

public sealed class RetentionTests(AzuriteFixture azurite)
{
    private static readonly Dictionary<string, string?> WithoutWaits = new(Erasing.WithoutWaits)
    {
        ["Retention:KnownAfter"] = "00:00:00",
        ["Retention:SecondPassAfter"] = "00:00:00",
    };

    [Fact]
    public async Task When_its_time_is_over_a_campaign_is_closed_and_only_its_last_figures_stay()
    {
        var clock = TestClock.At("2015-06-12T12:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock, settings: WithoutWaits);
        var campaign = await SampleCampaign.PutAsync(engine);
        await Supporting.ReplaceAsync(engine, Supporting.Organisation("rcgp"), Supporting.Entry("x", "9", null, "A minister", "publicFigure"));
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            """{"channel":"x","id":"g","createdAt":"2015-06-08T10:00:00Z","text":"#MissingType","author":{"id":"42","handle":"rcgp","followers":70}}""",
            Line.Of("m", author: "9", followers: 5),
            Line.Join(Enumerable.Range(0, 1_500).Select(number => Line.Of($"{number}", author: $"{number % 99}", followers: 9)))));
        await Erasing.EraseAsync(engine, "5");
        var keys = await Erasing.KeysAsync(engine, campaign);
        UInt128[] all = [keys.Author("x", "42"), keys.AuthorByHandle("x", "rcgp"), keys.Author("x", "9"), keys.Author("x", "1"), keys.Author("x", "5"), keys.Mention("x", "1")];
        // Counted, and not rolled up yet when it closes.
        await ListeningRun.PostAsync(engine, Line.Of("last", author: "last", followers: 1));
        await ListeningRun.TrackAsync(engine);

        clock.Set(At("2015-09-19T22:59:59Z"));
        await RunAsync(engine);
        Assert.Null((await FindAsync(engine)).ClosedAt);
        clock.Set(At("2015-09-19T23:00:00Z"));
        await RunAsync(engine);

        var (closed, results) = (await FindAsync(engine), await ListeningRun.ResultsAsync(engine));
        Assert.True(closed is { ClosedAt: not null, SealedAt: not null, PurgedAt: not null, WrappedDataKey.Length: 0 });
        Assert.Equal((1_503, 100), (results.GetProperty("mentions").GetInt32(), results.GetProperty("contributors").GetInt32()));
        Assert.Empty(await new Campaigns.EndToEnd.Support.KeyScan(azurite.ConnectionString, engine.Prefix, Campaigns.Storage.TableNames.All).FindAsync(all));
        Assert.Empty(await engine.Get<CellTable>().ListAsync("missing-type", campaign.Generation, default));
        Assert.Equal(404, (await Supporting.GetAsync(engine)).Status);
        Assert.Equal(409, (await Supporting.PutAsync(engine, Supporting.Organisation("rcgp"))).Status);
        await using var cold = await TestEngine.StartAsync(azurite, clock, settings: WithoutWaits, prefix: engine.Prefix);
        await ListeningRun.SweepAsync(cold);
        await RunAsync(cold);
        Assert.Equal(results.GetProperty("figures").GetRawText(), (await ListeningRun.ResultsAsync(cold)).GetProperty("figures").GetRawText());
        Assert.Equal(["Royal College of GPs"], (await GetContributorsTests.GetAsync(cold)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()));
        Assert.Equal(1_503, (await ListeningRun.TimelineAsync(cold, "day")).GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("mentions").GetInt32()));
    }

    [Fact]
    public async Task What_comes_afterwards_is_too_late_and_in_no_figure()
    {
        var clock = TestClock.At("2015-06-12T12:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock, settings: WithoutWaits);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1", author: "a"), Line.Of("2", author: "b")));
        await ListeningRun.PostAsync(engine, Line.Join(Line.Of("waited", author: "c"), Line.Of("2", author: "b")));
        clock.Set(At("2015-10-30T12:00:00Z"));
        await RunAsync(engine);

        await ListeningRun.TrackAsync(engine);
        var posted = await ListeningRun.RollUpAsync(engine, Line.Join(Line.Of("3"), Line.Of("4"), Line.Of("5", "nothing of ours")));

        Assert.Equal((202, 1, 2), (posted.Status, posted.Json.GetProperty("accepted").GetInt32(), posted.Json.GetProperty("refusedByReason").GetProperty("too late").GetInt32()));
        var results = await ListeningRun.ResultsAsync(engine);
        Assert.Equal(2, results.GetProperty("mentions").GetInt32());
        Assert.Equal(("too_late", 4), Assert.Single(results.GetProperty("coverage").EnumerateArray().Where(entry => entry.GetProperty("state").GetString() != "supplied")
            .Select(entry => (entry.GetProperty("state").GetString(), entry.GetProperty("missed").GetInt32()))));
    }

    [Fact]
    public async Task A_counter_that_does_not_know_yet_that_a_campaign_is_closed_is_told_when_it_writes()
    {
        var clock = TestClock.At("2015-06-12T12:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock, settings: WithoutWaits);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Line.Of("1", author: "a"));
        var campaign = await FindAsync(engine);

        await engine.Get<Campaigns.Listening.Erasures.Refusals>().CloseAsync("missing-type", campaign.Generation, default);
        await ListeningRun.TrackAsync(engine);

        Assert.Empty(await engine.Get<CellTable>().ListAsync("missing-type", campaign.Generation, default));
        Assert.Equal("too_late", Assert.Single((await ListeningRun.ResultsAsync(engine)).GetProperty("coverage").EnumerateArray()).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData(90, 5, "2015-06-26T22:59:59Z", "2015-06-26T23:00:00Z")]
    [InlineData(5, 200, "2016-01-07T23:59:59Z", "2016-01-08T00:00:00Z")]
    public async Task Retention_that_is_changed_before_it_is_over_counts_as_it_is_now(int before, int after, string open, string over)
    {
        var clock = TestClock.At("2015-06-10T12:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock, settings: WithoutWaits);
        await SampleCampaign.PutAsync(engine, json: Document(before));
        await SampleCampaign.ChangeAsync(engine, Document(after));

        clock.Set(At(open));
        await RunAsync(engine);
        Assert.Null((await FindAsync(engine)).ClosedAt);
        clock.Set(At(over));
        await RunAsync(engine);
        Assert.NotNull((await FindAsync(engine)).PurgedAt);
    }

    [Fact]
    public async Task A_run_that_is_killed_between_any_two_requests_is_followed_by_one_that_ends_it_with_the_same_figures()
    {
        var clock = TestClock.At("2015-06-12T12:00:00Z");
        await using var wire = await TableWire.StartAsync(azurite);
        var finished = false;
        // Every third request, so that all kinds of them have their turn and nobody waits for minutes.
        for (var most = 1; !finished; most += 3)
        {
            clock.Set(At("2015-06-12T12:00:00Z"));
            await using var healthy = await TestEngine.StartAsync(azurite, clock, settings: WithoutWaits);
            var campaign = await SampleCampaign.PutAsync(healthy);
            await Supporting.ReplaceAsync(healthy, Supporting.Organisation("gps", "7"));
            await ListeningRun.ResultsAfterAsync(healthy, Line.Join(Line.Of("1", author: "7", followers: 5), Line.Of("2", createdAt: "2015-06-09T10:00:00Z", author: "8", followers: 6)));
            await ListeningRun.PostAsync(healthy, Line.Of("3", createdAt: "2015-06-10T10:00:00Z", author: "9", followers: 1));
            await ListeningRun.TrackAsync(healthy);
            await using var doomed = await TestEngine.StartAsync(
                azurite, clock, settings: new Dictionary<string, string?>(WithoutWaits) { ["AzureWebJobsStorage"] = wire.ConnectionString }, prefix: healthy.Prefix);
            clock.Set(At("2015-10-01T00:00:00Z"));
            var keys = await Erasing.KeysAsync(healthy, campaign);
            UInt128[] all = [keys.Author("x", "7"), keys.Author("x", "8"), keys.Author("x", "9"), keys.AuthorByHandle("x", "gps"), keys.Mention("x", "1")];

            finished = await wire.EndsWithinAsync(most, cancellationToken => doomed.Function<EndRetention>().Run(null!, cancellationToken));
            await ListeningRun.SweepAsync(healthy);
            await RunAsync(healthy);
            await ListeningRun.SweepAsync(doomed);

            var results = await ListeningRun.ResultsAsync(healthy);
            Assert.Equal((3, 3, 12), (results.GetProperty("mentions").GetInt32(), results.GetProperty("contributors").GetInt32(), results.GetProperty("potentialReach").GetInt32()));
            Assert.NotNull((await FindAsync(healthy)).PurgedAt);
            Assert.Empty((await FindAsync(healthy)).WrappedDataKey);
            Assert.Empty(await new Campaigns.EndToEnd.Support.KeyScan(azurite.ConnectionString, healthy.Prefix, Campaigns.Storage.TableNames.All).FindAsync(all));
        }
    }

    private static string Document(int days) => SampleCampaign.Json.Replace("\"accounts\"", string.Create(CultureInfo.InvariantCulture, $"\"retentionDays\": {days}, \"accounts\""), StringComparison.Ordinal);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static Task RunAsync(TestEngine engine) => engine.Function<EndRetention>().Run(null!, default);

    private static async Task<Campaign> FindAsync(TestEngine engine) => (await engine.Get<CampaignTable>().FindAsync("missing-type", default))!;
}
