using Azure.Storage.Queues.Models;
using Campaigns.Http;
using Campaigns.Insight;
using Campaigns.Storage;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Insight;

public sealed class AnalysisTroubleTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_service_that_asks_for_patience_costs_no_attempt_and_what_it_answered_before_is_kept()
    {
        var slow = new Feelings(mostTexts: 2);
        await using var engine = await AnalysingRun.StartAsync(azurite, slow);
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Line.Join(Enumerable.Range(0, 5).Select(number => Line.Of($"{number}"))));
        var message = Assert.Single(await AnalysingRun.TakeAsync(engine));
        slow.Before = _ => slow.Asked < 4 ? Task.CompletedTask : throw new RetryLaterException(TimeSpan.FromMilliseconds(1));

        await AnalysingRun.DeliverAsync(engine, message);

        Assert.Equal(4, (await AnalysingRun.TotalsAsync(engine, campaign.Generation)).Analysed);
        slow.Before = _ => Task.CompletedTask;
        var again = await ComesAgainAsync(engine);
        await AnalysingRun.DeliverAsync(engine, again);
        Assert.Equal((5, 5), ((await AnalysingRun.TotalsAsync(engine, campaign.Generation)).Analysed, slow.Asked));
    }

    [Fact]
    public async Task What_was_given_up_is_analysed_once_it_is_replayed()
    {
        var feelings = new Feelings();
        await using var engine = await AnalysingRun.StartAsync(azurite, feelings);
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Line.Of("1", "I love #MissingType"));
        var message = Assert.Single(await AnalysingRun.TakeAsync(engine));
        feelings.Before = _ => throw new InvalidOperationException("the service is broken");
        await Assert.ThrowsAsync<InvalidOperationException>(() => AnalysingRun.DeliverAsync(engine, message));
        var poison = engine.Get<StorageRim>().Queue(AnalysingRun.Queue(engine).Name + EngineQueue.PoisonSuffix);
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.Body);

        feelings.Before = _ => Task.CompletedTask;
        var request = Call.Request(engine, "POST", "/api/poison/replay");
        var answer = await Call.AnswerAsync(request, engine.Function<ReplayPoison>().Run(request, default));
        await AnalysingRun.AnalyseAsync(engine);

        Assert.Equal((200, 1), (answer.Status, answer.Json.GetProperty("replayed").GetInt32()));
        Assert.Equal(1, (await AnalysingRun.TotalsAsync(engine, campaign.Generation)).Positive);
    }

    private static async Task<QueueMessage> ComesAgainAsync(TestEngine engine)
    {
        while (true)
        {
            if (await AnalysingRun.TakeAsync(engine) is { Count: > 0 } messages)
            {
                return messages[0];
            }

            await Task.Delay(100);
        }
    }
}
