using System.Text.Json;
using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Planning;
using Campaigns.Results.RollUps;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Results.RollUps;

/// <summary>Several processes, each with what it folded before, on one storage.</summary>
public sealed class RollUpProcessesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Processes_that_take_turns_write_what_a_cold_one_writes()
    {
        await using var one = await TestEngine.StartAsync(azurite);
        await using var other = await TestEngine.StartAsync(azurite, prefix: one.Prefix);
        var campaign = await SampleCampaign.PutAsync(one);
        var random = new Random(7);
        for (var turn = 0; turn < 12; turn++)
        {
            var engine = turn % 2 == 0 ? one : other;
            await ListeningRun.PostAsync(engine, Line.Join(Enumerable.Range(0, 5).Select(_ => Some(random))));
            await ListeningRun.TrackAsync(engine);
            await ListeningRun.SweepAsync(random.Next(3) == 0 ? one : engine);
        }

        await ListeningRun.SweepAsync(one);
        var written = await WrittenAsync(one, campaign);
        await using var cold = await TestEngine.StartAsync(azurite, prefix: one.Prefix);
        await TouchAsync(cold, campaign);
        await ListeningRun.SweepAsync(cold);

        Assert.Equal(written, await WrittenAsync(cold, campaign));
        Assert.Empty(await cold.Get<CellTable>().ReadDirtyAsync("missing-type", campaign.Generation, default));
    }

    [Fact]
    public async Task A_roll_up_that_is_killed_between_any_two_requests_leaves_nothing_wrong()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        var finished = false;
        for (var most = 1; !finished; most++)
        {
            await using var healthy = await TestEngine.StartAsync(azurite);
            var campaign = await SampleCampaign.PutAsync(healthy);
            await using var doomed = await wire.EngineAsync(azurite, healthy.Prefix);
            await ListeningRun.ResultsAfterAsync(doomed, Line.Join(Line.Of("1", author: "a"), Line.Of("2", createdAt: "2015-06-09T10:00:00Z")));
            await ListeningRun.PostAsync(healthy, Line.Join(Line.Of("3", author: "b"), Line.Of("4", createdAt: "2015-06-10T10:00:00Z", author: "c", followers: 7)));
            await ListeningRun.TrackAsync(healthy);

            finished = await wire.EndsWithinAsync(
                most, cancellationToken => doomed.Function<RollUp>().Run(new RollUpMessage("missing-type", campaign.Generation), cancellationToken));
            await ListeningRun.PostAsync(healthy, Line.Of("5", createdAt: "2015-06-11T10:00:00Z", author: "c", followers: 9));
            await ListeningRun.TrackAsync(healthy);
            // The next one may be the process that was cut off, with what it has folded.
            await ListeningRun.SweepAsync(most % 2 == 0 ? healthy : doomed);

            var results = await ListeningRun.ResultsAsync(healthy);
            Assert.Equal((5, 3, 9), (Long(results, "mentions"), Long(results, "contributors"), Long(results, "potentialReach")));
            Assert.Equal([2, 1, 1, 1], (await ListeningRun.TimelineAsync(healthy, "day")).GetProperty("rows").EnumerateArray().Select(row => Long(row, "mentions")));
            Assert.Empty(await healthy.Get<CellTable>().ReadDirtyAsync("missing-type", campaign.Generation, default));
        }
    }

    [Fact]
    public async Task A_warm_process_reads_only_the_cell_that_changed()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Enumerable.Range(6, 9).Select(day => Line.Of($"{day}", createdAt: $"2015-06-{day:00}T10:00:00Z", author: "a"))));
        await using var other = await TestEngine.StartAsync(azurite, prefix: engine.Prefix);
        await ListeningRun.PostAsync(other, Line.Of("more", author: "b"));
        await ListeningRun.TrackAsync(other);

        wire.Forget();
        await ListeningRun.SweepAsync(engine);

        Assert.Single(wire.Seen, request => request.StartsWith("GET", StringComparison.Ordinal) && request.Contains("Cells(PartitionKey", StringComparison.Ordinal));
        Assert.Equal(2, Long(await ListeningRun.ResultsAsync(engine), "contributors"));
    }

    [Fact]
    public async Task A_process_that_keeps_nothing_gives_the_same_figures()
    {
        await using var engine = await TestEngine.StartAsync(azurite, change: services => Keep(services, 0));
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1", author: "a", followers: 3), Line.Of("2", createdAt: "2015-06-09T10:00:00Z", author: "a", followers: 5)));

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Of("3", author: "b", followers: 1));

        Assert.Equal((3, 2, 6), (Long(results, "mentions"), Long(results, "contributors"), Long(results, "potentialReach")));
        Assert.Equal(0, engine.Get<KeptFolds>().Bytes);
    }

    [Fact]
    public async Task What_is_let_go_as_a_whole_is_logged_by_its_campaigns_id_and_its_bytes()
    {
        using var log = new SaidLines();
        await using var engine = await TestEngine.StartAsync(azurite, change: services => Keep(services, 100, log.CreateLogger<KeptFolds>()));
        await SampleCampaign.PutAsync(engine);

        await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", author: "a"));

        Assert.Matches("^What was folded of campaign missing-type, [0-9]+ bytes, is let go: 100 may", Assert.Single(log.Lines));
    }

    [Fact]
    public async Task What_one_campaign_keeps_makes_room_for_another()
    {
        await using var engine = await TestEngine.StartAsync(azurite, change: services => Keep(services, 60_000));
        foreach (var campaign in new[] { "a", "b", "c" })
        {
            await SampleCampaign.PutAsync(engine, campaign, SampleCampaign.Json.Replace("MissingType", "Missing" + campaign, StringComparison.Ordinal));
        }

        for (var round = 0; round < 2; round++)
        {
            foreach (var campaign in new[] { "a", "b", "c" })
            {
                var results = await ListeningRun.ResultsAfterAsync(
                    engine, Line.Join(Enumerable.Range(0, 300).Select(author => Line.Of($"{round}.{author}", $"#Missing{campaign}", author: $"{round}.{author}"))), campaign: campaign);
                Assert.Equal(300 * (round + 1), Long(results, "contributors"));
                Assert.InRange(engine.Get<KeptFolds>().Bytes, 1, 60_000);
            }
        }
    }

    private static string Some(Random random) => Line.Of(
        $"{random.Next(40)}",
        random.Next(3) == 0 ? "#MissingType #NationalBloodWeek" : "#MissingType",
        createdAt: $"2015-06-{6 + random.Next(4):00}T{10 + random.Next(2)}:00:00Z",
        author: $"{random.Next(9)}",
        followers: random.Next(100),
        authorKind: random.Next(5) == 0 ? "organisation" : null);

    /// <summary>Makes a cell dirty without changing any figure.</summary>
    private static async Task TouchAsync(TestEngine engine, Campaign campaign)
    {
        var cells = engine.Get<CellTable>();
        var id = (await cells.ListAsync("missing-type", campaign.Generation, default))[0].Id;
        var state = await cells.ReadStateAsync(id, default);
        Assert.NotNull(await cells.WriteAsync(id, state, new CellChange(state.Open, [], state.Retractions, 0), default));
    }

    private static async Task<string> WrittenAsync(TestEngine engine, Campaign campaign)
    {
        var summaries = engine.Get<SummaryTable>();
        var summary = (await summaries.FindAsync("missing-type", campaign.Generation, default))!.Summary with { AsOf = default };
        return JsonSerializer.Serialize(new { summary, days = (await summaries.ReadDayRowsAsync("missing-type", campaign.Generation, default)).Rows });
    }

    private static void Keep(IServiceCollection services, long bytes, ILogger<KeptFolds>? log = null) =>
        services.AddSingleton(new KeptFolds(Options.Create(new ListeningOptions()), log ?? NullLogger<KeptFolds>.Instance) { Budget = bytes });

    private static long Long(JsonElement results, string name) => results.GetProperty(name).GetInt64();
}
