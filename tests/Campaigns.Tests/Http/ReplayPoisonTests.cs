using Azure.Storage.Queues.Models;
using Campaigns.Http;
using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Coverage;
using Campaigns.Publishing;
using Campaigns.Storage;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Http;

public sealed class ReplayPoisonTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_replayed_message_is_counted_and_coverage_no_longer_misses_it()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Line.Join([Line.Of("1"), Line.Of("2")]));
        var message = await GiveUpAsync(engine);
        await engine.Get<CoverageTable>().AddMissingAsync(MentionsMessage.Read(message.Body), CoverageState.NotCounted, default);

        var answer = await ReplayAsync(engine);
        await ListeningRun.TrackAsync(engine);
        await ListeningRun.SweepAsync(engine);

        Assert.Equal((200, 1, 0), (answer.Status, answer.Json.GetProperty("replayed").GetInt32(), answer.Json.GetProperty("left").GetInt32()));
        Assert.Empty(await engine.Get<CoverageTable>().ReadAsync("missing-type", campaign.Generation, default));
        Assert.Equal(2, (await ListeningRun.ResultsAsync(engine)).GetProperty("mentions").GetInt32());
    }

    [Fact]
    public async Task A_replayed_message_that_fails_again_stays_in_the_coverage_once()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Line.Of("1"));
        var pack = MentionsMessage.Read((await GiveUpAsync(engine)).Body);

        await engine.Get<CoverageTable>().AddMissingAsync(pack, CoverageState.NotCounted, default);
        await engine.Get<CoverageTable>().AddMissingAsync(pack with { IsReplayed = true }, CoverageState.NotCounted, default);

        Assert.Single(await engine.Get<CoverageTable>().ReadAsync("missing-type", campaign.Generation, default));
    }

    [Fact]
    public async Task Only_the_queue_that_is_named_is_replayed()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var (mentions, deliveries) = (Mentions(engine), engine.Get<IOptions<PublishingOptions>>().Value.DeliveriesQueue);
        await SendAsync(engine, mentions + "-poison", "damaged");
        await SendAsync(engine, deliveries + "-poison", "another");

        var answer = await ReplayAsync(engine, $"?queue={mentions}");

        Assert.Equal($$"""{"replayed":1,"left":0,"queues":[{"queue":"{{mentions}}","replayed":1,"left":0}]}""", answer.Text);
        Assert.Equal("damaged", await NextAsync(engine, mentions));
        Assert.Equal("another", await NextAsync(engine, deliveries + "-poison"));
    }

    [Fact]
    public async Task A_queue_that_the_engine_does_not_have_is_refused_with_those_that_it_has()
    {
        await using var engine = await TestEngine.StartAsync(azurite);

        var answer = await ReplayAsync(engine, "?queue=another");

        Assert.Equal(422, answer.Status);
        Assert.Contains(Mentions(engine), Assert.Single(answer.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_ends_in_time_and_says_how_many_are_left()
    {
        await using var engine = await TestEngine.StartAsync(azurite, new HastyClock());
        foreach (var number in Enumerable.Range(0, 70))
        {
            await SendAsync(engine, Mentions(engine) + "-poison", $"{number}");
        }

        var first = (await ReplayAsync(engine)).Json;
        var second = (await ReplayAsync(engine)).Json;

        Assert.Equal((32, 38), (first.GetProperty("replayed").GetInt32(), first.GetProperty("left").GetInt32()));
        Assert.Equal((32, 6), (second.GetProperty("replayed").GetInt32(), second.GetProperty("left").GetInt32()));
    }

    [Fact]
    public async Task A_replay_that_breaks_off_loses_nothing()
    {
        using var caller = new CancellationTokenSource();
        var name = AzuriteFixture.NewPrefix();
        await using var engine = await TestEngine.StartAsync(azurite, change: services => services.AddSingleton(new EngineQueue(name, body =>
        {
            caller.Cancel();
            return body;
        })));
        await SendAsync(engine, name + "-poison", "kept");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReplayAsync(engine, $"?queue={name}", caller.Token));

        Assert.Equal(1, (await engine.Get<StorageRim>().Queue(name + "-poison").GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    private static string Mentions(TestEngine engine) => engine.Get<IOptions<ListeningOptions>>().Value.MentionsQueue;

    /// <summary>Does with the one message of mentions what the host does on its last attempt.</summary>
    private static async Task<QueueMessage> GiveUpAsync(TestEngine engine)
    {
        var queue = engine.Get<StorageRim>().Queue(Mentions(engine));
        var message = (await queue.ReceiveMessageAsync()).Value;
        await SendAsync(engine, Mentions(engine) + "-poison", message.Body.ToString());
        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        return message;
    }

    private static async Task SendAsync(TestEngine engine, string name, string text)
    {
        var queue = engine.Get<StorageRim>().Queue(name);
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync(text);
    }

    private static async Task<string> NextAsync(TestEngine engine, string name) => (await engine.Get<StorageRim>().Queue(name).ReceiveMessageAsync()).Value.Body.ToString();

    private static async Task<Answer> ReplayAsync(TestEngine engine, string query = "", CancellationToken cancellationToken = default)
    {
        var request = Call.Request(engine, "POST", "/api/poison/replay" + query);
        return await Call.AnswerAsync(request, engine.Function<ReplayPoison>().Run(request, cancellationToken));
    }

    /// <summary>40 seconds go by between two looks at it.</summary>
    private sealed class HastyClock : TimeProvider
    {
        private long looks;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(40 * Interlocked.Increment(ref looks));
    }
}
