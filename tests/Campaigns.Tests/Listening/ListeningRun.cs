using System.Text;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Intake;
using Campaigns.Results;
using Campaigns.Results.RollUps;
using Campaigns.Results.Timeline;
using Campaigns.Storage;
using Campaigns.Tests.Insight;
using Campaigns.Tests.Support;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Listening;

/// <summary>Drives listening as its triggers do: mentions in, the queues drained, results out.</summary>
public static class ListeningRun
{
    /// <summary>Hands mentions in.</summary>
    public static async Task<Answer> PostAsync(TestEngine engine, string body, string contentType = "application/x-ndjson", string query = "") =>
        await PostAsync(engine, new MemoryStream(Encoding.UTF8.GetBytes(body)), contentType, query);

    /// <inheritdoc cref="PostAsync(TestEngine, string, string, string)" />
    public static async Task<Answer> PostAsync(TestEngine engine, Stream body, string contentType, string query = "")
    {
        var request = Call.Request(engine, "POST", "/api/mentions" + query);
        (request.Body, request.ContentType) = (body, contentType);
        return await Call.AnswerAsync(request, engine.Function<PostMentions>().Run(request, default));
    }

    /// <summary>Counts every message that waits.</summary>
    /// <returns>The messages.</returns>
    public static async Task<IReadOnlyList<QueueMessage>> TrackAsync(TestEngine engine)
    {
        var tracked = new List<QueueMessage>();
        var queue = engine.Get<StorageRim>().Queue(engine.Get<IOptions<ListeningOptions>>().Value.MentionsQueue);
        while ((await queue.ReceiveMessagesAsync(32)).Value is { Length: > 0 } messages)
        {
            await Task.WhenAll(messages.Select(message => engine.Function<TrackMentions>().Run(message, default)));
            foreach (var message in messages)
            {
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }

            tracked.AddRange(messages);
        }

        return tracked;
    }

    /// <summary>Rolls up what changed.</summary>
    public static Task SweepAsync(TestEngine engine) => engine.Function<SweepRollUps>().Run(null!, default);

    /// <summary>Hands in, counts and rolls up; nobody looks at what the texts say.</summary>
    /// <returns>The answer to who handed in.</returns>
    public static async Task<Answer> RollUpAsync(TestEngine engine, string body)
    {
        var posted = await PostAsync(engine, body);
        await TrackAsync(engine);
        await SweepAsync(engine);
        return posted;
    }

    /// <summary>Hands in, counts, analyses, rolls up and reads the results.</summary>
    public static async Task<JsonElement> ResultsAfterAsync(TestEngine engine, string body, string contentType = "application/x-ndjson", string query = "", string campaign = "missing-type")
    {
        var posted = await PostAsync(engine, body, contentType, query);
        Assert.True(posted.Status == 202, posted.Text);
        await TrackAsync(engine);
        await AnalysingRun.AnalyseAsync(engine);
        await SweepAsync(engine);
        return await ResultsAsync(engine, campaign);
    }

    /// <summary>Reads the results, of some days where a window such as <c>?from=2015-06-06</c> is given.</summary>
    public static async Task<JsonElement> ResultsAsync(TestEngine engine, string campaign = "missing-type", string window = "")
    {
        var request = Call.Request(engine, "GET", $"/api/campaigns/{campaign}/results{window}");
        var answer = await Call.AnswerAsync(request, engine.Function<GetResults>().Run(request, campaign, default));
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json;
    }

    /// <summary>Reads the timeline's rows.</summary>
    public static async Task<JsonElement> TimelineAsync(TestEngine engine, string grain, string campaign = "missing-type")
    {
        var request = Call.Request(engine, "GET", $"/api/campaigns/{campaign}/results/timeline?grain={grain}");
        var answer = await Call.AnswerAsync(request, engine.Function<GetTimeline>().Run(request, campaign, default));
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json;
    }
}
