using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Queues.Models;
using Campaigns.EndToEnd.Support;
using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Coverage;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Listening.Cells;

/// <summary>Cells under a network that loses requests and answers, and among writers that are always quicker.</summary>
public sealed partial class CellFaultsTests(AzuriteFixture azurite)
{
    private static readonly CellId Id = new("c", "g", 398_000);

    [Fact]
    public async Task A_write_whose_answer_is_lost_is_known_by_reading_and_asks_for_its_roll_up()
    {
        await using var direct = await TestEngine.StartAsync(azurite);
        var lost = 0;
        await using var proxy = await ProxyAsync(back: passing => Task.FromResult(!IsWrite(passing) || Interlocked.Increment(ref lost) > 1));
        await using var engine = await EngineAsync(proxy, direct.Prefix);
        var records = Cell.Of([.. Enumerable.Range(0, 900).Select(RandomRecords.Numbered)]);

        // The client's own retry of the transaction meets what it wrote itself: 409 for the insert, 412 for the update.
        Assert.Equal(CommitOutcome.Changed, await engine.Get<CellCommitter>().CommitAsync(Id, records, default));
        lost = 0;
        Assert.Equal(CommitOutcome.Changed, await engine.Get<CellCommitter>().CommitAsync(Id, Cell.Of([RandomRecords.Numbered(5_000)]), default));

        Assert.Equal(901, (await direct.Get<CellTable>().ReadAsync(Id)).Cell.Count);
        Assert.Equal(CommitOutcome.Unchanged, await engine.Get<CellCommitter>().CommitAsync(Id, records, default));
    }

    [Fact]
    public async Task A_first_writer_whose_answer_is_lost_finds_its_own_number_of_shards()
    {
        await using var direct = await TestEngine.StartAsync(azurite);
        var lost = 0;
        await using var proxy = await ProxyAsync(back: passing => Task.FromResult(!IsWrite(passing) || Interlocked.Increment(ref lost) > 1));
        await using var engine = await EngineAsync(proxy, direct.Prefix);

        Assert.Equal(8, await engine.Get<HourShards>().CountAsync(Id, 8, default));
        Assert.True(lost >= 2);
    }

    [Fact]
    public async Task After_twenty_lost_writes_the_message_is_sent_again_and_costs_no_attempt()
    {
        await using var direct = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(direct);
        var (writes, cells) = (0, direct.Get<StorageRim>().Table(TableNames.Cells));
        await using var proxy = await ProxyAsync(there: async passing =>
        {
            // Somebody else is always quicker.
            if (IsWrite(passing) && Interlocked.Increment(ref writes) > 0)
            {
                await cells.UpsertEntityAsync(new TableEntity($"missing-type.{campaign.Generation}.00", "cell|2015061400") { ["Mentions"] = 0, ["Other"] = Guid.NewGuid() }, TableUpdateMode.Replace);
            }

            return true;
        });
        await using var engine = await EngineAsync(proxy, direct.Prefix, new HastyClock());
        var pack = new MentionsMessage(new CellId("missing-type", campaign.Generation, 398_400), Cell.Of([RandomRecords.Numbered(1)]));
        Assert.Equal("2015061400", pack.Cell.HourText);

        await engine.Function<TrackMentions>().Run(QueuesModelFactory.QueueMessage("id", "receipt", pack.Write(), 5), default);

        Assert.Equal(20, writes);
        Assert.Empty(await direct.Get<CoverageTable>().ReadAsync("missing-type", campaign.Generation, default));
        var queue = direct.Get<StorageRim>().Queue(direct.Get<IOptions<ListeningOptions>>().Value.MentionsQueue);
        Assert.Equal(1, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        Assert.Empty((await queue.ReceiveMessagesAsync()).Value);

        await direct.Function<TrackMentions>().Run(QueuesModelFactory.QueueMessage("id", "receipt", pack.Write(), 1), default);
        Assert.Equal(1, (await direct.Get<CellTable>().ReadAsync(pack.Cell)).Cell.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Workers_that_lose_requests_and_answers_and_die_leave_what_the_model_says(int seed)
    {
        var random = new Random(seed);
        await using var direct = await TestEngine.StartAsync(azurite);
        await using var proxy = await ProxyAsync(there: passing => Task.FromResult(IsOfStart(passing) || Luck(random) > 0.04), back: passing => Task.FromResult(IsOfStart(passing) || Luck(random) > 0.04));
        var messages = Enumerable.Range(0, 24).Select(_ => Message(random)).ToArray();
        var deliveries = new ConcurrentQueue<MentionRecord[]>(messages.Concat(messages).OrderBy(_ => random.Next()));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(async worker =>
        {
            var engine = await EngineAsync(proxy, direct.Prefix, new HastyClock());
            while (deliveries.TryDequeue(out var message))
            {
                // A worker dies at some moment of some messages, and another one takes its place, which knows nothing.
                using var death = new CancellationTokenSource();
                if (Luck(random) < 0.2)
                {
                    death.CancelAfter(TimeSpan.FromMilliseconds(Luck(random) * 60));
                }

                try
                {
                    await DeliverAsync(engine, message, death.Token);
                }
                catch (Exception)
                {
                    deliveries.Enqueue(message);
                    await engine.DisposeAsync();
                    engine = await EngineAsync(proxy, direct.Prefix, new HastyClock());
                }
            }

            await engine.DisposeAsync();
        }));

        var expected = NaiveModel.Fold(messages.SelectMany(message => message));
        var counted = await direct.Get<CellTable>().ReadAllAsync("c", "g");

        Assert.Equal(expected, counted.OrderBy(record => record.Key));
    }

    private static async Task DeliverAsync(TestEngine engine, MentionRecord[] message, CancellationToken cancellationToken)
    {
        var page = CellPage.Of(Cell.Of(message));
        var count = await engine.Get<HourShards>().CountAsync(Id, 4, cancellationToken);
        foreach (var (shard, part) in Shards.Split(page, count))
        {
            var outcome = await engine.Get<CellCommitter>().CommitAsync(Id with { Shard = shard }, part, count, cancellationToken);
            Assert.True(outcome is CommitOutcome.Changed or CommitOutcome.Unchanged, $"{outcome}");
        }
    }

    /// <summary>Some mentions, many of which stand in other messages too, with other numbers, text, kind and author.</summary>
    private static MentionRecord[] Message(Random random) => [.. Enumerable.Range(0, random.Next(200, 2_500)).Select(_ =>
    {
        var record = RandomRecords.Numbered(random.Next(9_000));
        return random.Next(20) > 0 ? record : record with
        {
            Author = random.Next(3) == 0 ? 0 : record.Author + (UInt128)random.Next(2),
            Followers = random.Next(-1, 50),
            LargestFollowers = 50,
            Likes = random.Next(-1, 500),
            Tags = (ulong)random.Next(4),
            Topics = (ulong)random.Next(2),
            Kind = (MentionKind)random.Next(4),
            Own = random.Next(9) == 0,
            ObservedAt = record.ObservedAt + random.Next(9),
        };
    })];

    private static double Luck(Random random)
    {
        lock (random)
        {
            return random.NextDouble();
        }
    }

    /// <summary>Tables are made by every engine that starts, and no worker has begun.</summary>
    private static bool IsOfStart(Passing passing) => passing.Path.EndsWith("/Tables", StringComparison.Ordinal);

    private static bool IsWrite(Passing passing) => passing.Path.EndsWith("$batch", StringComparison.Ordinal) && Encoding.UTF8.GetString(passing.Request).Contains("cell|", StringComparison.Ordinal);

    private async Task<PassingProxy> ProxyAsync(Func<Passing, Task<bool>>? there = null, Func<Passing, Task<bool>>? back = null) =>
        await PassingProxy.StartAsync(
            int.Parse(Port(), CultureInfo.InvariantCulture),
            async passing => there is null || await there(passing),
            async passing => back is null || await back(passing));

    private Task<TestEngine> EngineAsync(PassingProxy proxy, string prefix, TimeProvider? clock = null) => TestEngine.StartAsync(
        azurite,
        clock,
        settings: new Dictionary<string, string?> { ["AzureWebJobsStorage"] = azurite.ConnectionString.Replace($":{Port()}/", $":{proxy.Address.Port}/", StringComparison.Ordinal) },
        prefix: prefix);

    private string Port() => Tables().Match(azurite.ConnectionString).Groups[1].Value;

    [GeneratedRegex("TableEndpoint=http://127.0.0.1:([0-9]+)/")]
    private static partial Regex Tables();

    /// <summary>The real time, but nobody waits.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.FromMilliseconds(20) ? TimeSpan.FromMilliseconds(20) : dueTime, period);
    }
}
