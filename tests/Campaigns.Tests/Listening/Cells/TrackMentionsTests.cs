using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Storage;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Listening.Cells;

public sealed class TrackMentionsTests(AzuriteFixture azurite)
{
    private static readonly string Lines = Line.Join(Enumerable.Range(0, 500).Select(number =>
        Line.Of($"{number}", createdAt: $"2015-06-{8 + (number % 3):00}T{number % 24:00}:00:00Z", author: $"a{number % 90}", followers: number, likes: number % 7)));

    [Fact]
    public async Task Messages_delivered_twice_in_any_order_by_several_workers_give_the_same_figures()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await using var other = await TestEngine.StartAsync(azurite, prefix: engine.Prefix);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Lines);
        var messages = await ListeningRun.TrackAsync(engine);
        await ListeningRun.SweepAsync(engine);
        var once = await FiguresAsync(engine);

        await Parallel.ForEachAsync(messages.Concat(messages).OrderBy(message => message.MessageId), async (message, _) =>
            await (Random.Shared.Next(2) == 0 ? engine : other).Function<TrackMentions>().Run(message, default));
        await ListeningRun.SweepAsync(engine);

        Assert.Equal(once, await FiguresAsync(engine));
        Assert.Contains("\"mentions\":500,", once, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_writers_of_one_cell_lose_nothing()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var cell = new CellId("c", "g", 398_000);
        TestEngine[] workers = [.. await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TestEngine.StartAsync(azurite, prefix: engine.Prefix)))];

        await Task.WhenAll(Enumerable.Range(0, 64).Select(async number =>
        {
            // A contended message comes again.
            while (await workers[number % workers.Length].Get<CellCommitter>().CommitAsync(cell, Cell.Of([Record(number)]), default) == CommitOutcome.Contended)
            {
            }
        }));

        Assert.Equal(64, (await engine.Get<CellTable>().ReadAsync(cell)).Cell.Count);
        await Task.WhenAll(workers.Select(worker => worker.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task A_merge_that_changes_nothing_writes_nothing()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var (cell, records) = (new CellId("c", "g", 398_000), Cell.Of([Record(1), Record(2)]));

        Assert.Equal(CommitOutcome.Changed, await engine.Get<CellCommitter>().CommitAsync(cell, records, default));
        var before = await engine.Get<CellTable>().ReadAsync(cell);
        Assert.Equal(CommitOutcome.Unchanged, await engine.Get<CellCommitter>().CommitAsync(cell, Cell.Of([Record(2)]), default));

        Assert.Equal(before.ETag, (await engine.Get<CellTable>().ReadAsync(cell)).ETag);
    }

    [Fact]
    public async Task A_cell_and_its_dirty_row_are_written_together()
    {
        await using var engine = await TestEngine.StartAsync(azurite);

        await engine.Get<CellCommitter>().CommitAsync(new CellId("c", "g", 398_000), Cell.Of([Record(1)]), default);

        Assert.Equal("2015052808", Assert.Single(await engine.Get<CellTable>().ReadDirtyAsync("c", "g", default)).Id.HourText);
    }

    [Fact]
    public void A_message_gives_back_its_records()
    {
        var pack = new MentionsMessage(new CellId("c", "g", 398_000), Cell.Of([.. RandomRecords.One.Sample(30)]));

        var read = MentionsMessage.Read(pack.Write());

        Assert.Equal(pack.Cell, read.Cell);
        Assert.Equal(pack.Records.Records, read.Records.Records);
    }

    [Fact]
    public async Task Changes_within_a_few_seconds_ask_for_one_roll_up()
    {
        await using var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-30T12:00:00Z"), settings: new Dictionary<string, string?> { ["Listening:RollUpDelaySeconds"] = "1" });
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Lines);

        var tracked = await ListeningRun.TrackAsync(engine);

        var queue = engine.Get<StorageRim>().Queue(engine.Get<IOptions<ListeningOptions>>().Value.RollUpsQueue);
        Assert.True(tracked.Count > 20);
        Assert.Equal(1, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    private static async Task<string> FiguresAsync(TestEngine engine)
    {
        var figures = (await ListeningRun.ResultsAsync(engine)).EnumerateObject().Where(field => field.Name is not ("asOf" or "figures"));
        return "{" + string.Join(',', figures.Select(field => $"\"{field.Name}\":{field.Value.GetRawText()}")) + "}";
    }

    private static MentionRecord Record(int key) => new()
    {
        Key = (UInt128)(ulong)key + 1,
        Author = 7,
        Channel = "x",
        Tags = 1,
        Followers = 5,
        LargestFollowers = 5,
        Likes = 1,
        Shares = 0,
        Comments = 0,
        Views = MentionRecord.Unknown,
        Second = 0,
        ObservedAt = 1_433_757_600_000,
    };
}
