using Campaigns.Listening.Cells;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Cells;

public sealed class HourShardsTests(AzuriteFixture azurite)
{
    private const string Flood = """
        { "name": "Flood", "start": "2015-06-05", "end": "2015-06-21", "timeZone": "Europe/London", "hashtags": ["#MissingType", "#NationalBloodWeek"],
          "plan": { "tell": "t", "hear": "h", "act": "a" }, "expectedMentionsPerHour": 400000 }
        """;

    private static readonly CellId Hour = new("c", "g", 398_000);

    [Fact]
    public async Task The_first_writer_of_an_hour_says_how_many_shards_it_has_and_everybody_goes_by_that()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await using var other = await TestEngine.StartAsync(azurite, prefix: engine.Prefix);

        Assert.Equal(8, await engine.Get<HourShards>().CountAsync(Hour, 8, default));
        Assert.Equal(8, await other.Get<HourShards>().CountAsync(Hour with { Shard = 3 }, 64, default));
        Assert.Equal(8, await other.Get<HourShards>().CountAsync(Hour, 1, default));
        Assert.Equal(64, await other.Get<HourShards>().CountAsync(Hour with { Hour = 1 }, 64, default));
    }

    [Fact]
    public async Task Of_many_first_writers_one_is_the_first()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        TestEngine[] workers = [.. await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TestEngine.StartAsync(azurite, prefix: engine.Prefix)))];

        var counts = await Task.WhenAll(workers.Select((worker, number) => worker.Get<HourShards>().CountAsync(Hour, 2 << (number % 3), default).AsTask()));

        Assert.Single(counts.Distinct());
        await Task.WhenAll(workers.Select(worker => worker.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task A_writer_that_took_the_hour_for_an_ordinary_one_splits_again()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await using var other = await TestEngine.StartAsync(azurite, prefix: engine.Prefix);
        var records = CellPage.Of(Cell.Of([.. Enumerable.Range(0, 100).Select(RandomRecords.Numbered)]));

        // Nothing is stored, so that one shard seems right; then another writer is quicker.
        Assert.Equal(1, await engine.Get<HourShards>().CountAsync(Hour, 1, default));
        Assert.Equal(4, await other.Get<HourShards>().CountAsync(Hour, 4, default));

        Assert.Equal(CommitOutcome.SplitOtherwise, await engine.Get<CellCommitter>().CommitAsync(Hour, records, 1, default));
        engine.Get<HourShards>().Forget(Hour);
        Assert.Equal(4, await engine.Get<HourShards>().CountAsync(Hour, 1, default));
        Assert.Equal(0, (await engine.Get<CellTable>().ReadAsync(Hour)).Cell.Count);
    }

    [Fact]
    public async Task An_ordinary_hour_costs_no_request_more()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Line.Of("1"));
        wire.Forget();

        await ListeningRun.TrackAsync(engine);

        Assert.Equal(["GET", "POST"], wire.Seen.Where(request => request.Contains("Cells", StringComparison.Ordinal) || request.Contains("$batch", StringComparison.Ordinal)).Select(request => request.Split(' ')[0]));
    }

    [Fact]
    public async Task A_flood_is_counted_over_its_shards_and_its_figures_are_those_of_one()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await using var other = await TestEngine.StartAsync(azurite, prefix: engine.Prefix);
        var campaign = await SampleCampaign.PutAsync(engine, "flood", Flood);
        await SampleCampaign.PutAsync(engine, "ordinary", Flood.Replace(", \"expectedMentionsPerHour\": 400000", "", StringComparison.Ordinal));
        await ListeningRun.PostAsync(engine, Line.Join(Enumerable.Range(0, 600).Select(number =>
            Line.Of($"{number % 550}", createdAt: $"2015-06-08T1{number % 2}:00:00Z", author: $"a{number % 550 % 90}", followers: number, likes: number % 7))));

        var messages = await ListeningRun.TrackAsync(engine);
        await Task.WhenAll(messages.Select(message => other.Function<TrackMentions>().Run(message, default)));
        var cells = engine.Get<CellTable>();
        var listed = await cells.ListAsync("flood", campaign.Generation, default);
        var dirty = await cells.ReadDirtyAsync("flood", campaign.Generation, default);
        await ListeningRun.SweepAsync(other);

        Assert.Equal(16, listed.Count);
        Assert.Equal(listed.Select(version => version.Id), dirty.Select(row => row.Id).OrderBy(id => (id.Hour, id.Shard)));
        Assert.Equal(listed.Select(version => version.Id).OrderBy(id => (id.Hour, id.Shard)), listed.Select(version => version.Id));
        Assert.Empty(await cells.ReadDirtyAsync("flood", campaign.Generation, default));
        var (flood, ordinary) = (await ListeningRun.ResultsAsync(engine, "flood"), await ListeningRun.ResultsAsync(engine, "ordinary"));
        Assert.Equal(550, flood.GetProperty("mentions").GetInt32());
        foreach (var figure in new[] { "mentions", "uses", "contributors", "potentialReach", "potentialImpressions", "engagements", "byKind" })
        {
            Assert.Equal(ordinary.GetProperty(figure).GetRawText(), flood.GetProperty(figure).GetRawText());
        }
    }

    [Fact]
    public async Task A_message_packed_for_few_shards_is_split_by_those_that_are_stored()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        var hour = new CellId("missing-type", campaign.Generation, 398_400);
        await engine.Get<HourShards>().CountAsync(hour, 16, default);
        var pack = new MentionsMessage(hour, Cell.Of([.. Enumerable.Range(0, 300).Select(RandomRecords.Numbered)]));

        await engine.Function<TrackMentions>().Run(Azure.Storage.Queues.Models.QueuesModelFactory.QueueMessage("id", "receipt", pack.Write(), 1), default);

        var read = new List<int>();
        for (var shard = 0; shard < 16; shard++)
        {
            read.Add((await engine.Get<CellTable>().ReadAsync(hour with { Shard = shard })).Cell.Count);
        }

        Assert.Equal(300, read.Sum());
        Assert.All(read, count => Assert.InRange(count, 1, 60));
        Assert.Equal(16, (await engine.Get<CellTable>().ReadDirtyAsync("missing-type", campaign.Generation, default)).Count);
    }

    [Fact]
    public async Task A_hyphened_namesake_is_another_campaign()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await engine.Get<HourShards>().CountAsync(new CellId("c-0", "g", 398_000), 4, default);
        await engine.Get<HourShards>().CountAsync(new CellId("c0", "g", 398_000), 4, default);

        Assert.Empty(await engine.Get<CellTable>().ListAsync("c", "g", default));
        Assert.Empty(await engine.Get<CellTable>().ReadDirtyAsync("c", "g", default));
    }
}
