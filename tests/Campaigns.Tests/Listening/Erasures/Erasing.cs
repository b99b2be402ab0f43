using System.Text.Json;
using Azure;
using Campaigns.EndToEnd.Support;
using Campaigns.Listening;
using Campaigns.Listening.Erasures;
using Campaigns.Planning;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Listening.Erasures;

/// <summary>Erases people as callers and triggers do, without the waits between the steps.</summary>
internal static class Erasing
{
    public static readonly Dictionary<string, string?> WithoutWaits = new()
    {
        ["Erasures:KnownAfter"] = "00:00:00",
        ["Erasures:SecondPassAfter"] = "00:00:00",
        ["Listening:CampaignCacheSeconds"] = "0",
    };

    public static async Task<Answer> PostAsync(TestEngine engine, string body)
    {
        var request = Call.Request(engine, "POST", "/api/erasures", body);
        return await Call.AnswerAsync(request, engine.Function<PostErasure>().Run(request, default));
    }

    public static async Task<string> AskAsync(TestEngine engine, string? id = null, string? handle = null, string channel = "x")
    {
        var fields = new Dictionary<string, string> { ["channel"] = channel };
        if (id is not null)
        {
            fields["authorId"] = id;
        }

        if (handle is not null)
        {
            fields["handle"] = handle;
        }

        var answer = await PostAsync(engine, JsonSerializer.Serialize(fields));
        Assert.True(answer.Status == 202, answer.Text);
        Assert.Equal($"/api/erasures/{answer.Json.GetProperty("id").GetString()}", answer.Headers.Location.ToString());
        return answer.Json.GetProperty("id").GetString()!;
    }

    public static async Task<JsonElement> GetAsync(TestEngine engine, string id)
    {
        var request = Call.Request(engine, "GET", $"/api/erasures/{id}");
        var answer = await Call.AnswerAsync(request, engine.Function<GetErasure>().Run(request, id, default));
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json;
    }

    /// <summary>
    /// Works on what waits in the queue, until nothing does or it was so many messages. A message is hidden for a second only, so that a
    /// slow step is done twice; whoever took it last deletes it, as with the host.
    /// </summary>
    public static async Task<int> WorkAsync(TestEngine engine, int most = int.MaxValue, CancellationToken cancellationToken = default)
    {
        var queue = engine.Get<StorageRim>().Queue(engine.Get<IOptions<ErasureOptions>>().Value.Queue);
        var count = 0;
        while (count < most && (await queue.ReceiveMessagesAsync(1, TimeSpan.FromSeconds(1), cancellationToken)).Value is [var message])
        {
            await engine.Function<EraseAuthor>().Run(JsonSerializer.Deserialize<ErasureMessage>(message.Body)!, cancellationToken);
            count++;
            try
            {
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
            }
            catch (RequestFailedException exception) when (exception.Status is 400 or 404)
            {
                // Another worker has it by now.
            }
        }

        return count;
    }

    /// <summary>Works without the queue, until it is done.</summary>
    public static async Task FinishAsync(TestEngine engine, string id, CancellationToken cancellationToken = default)
    {
        while (await engine.Get<ErasureTable>().FindAsync(id, cancellationToken) is { State: not ErasureState.Done })
        {
            await engine.Function<EraseAuthor>().Run(new ErasureMessage(id), cancellationToken);
        }
    }

    public static async Task EraseAsync(TestEngine engine, string? id = null, string? handle = null, string channel = "x")
    {
        var erasure = await AskAsync(engine, id, handle, channel);
        await WorkAsync(engine);
        Assert.Equal("done", (await GetAsync(engine, erasure)).GetProperty("state").GetString());
    }

    public static async Task<MentionKeys> KeysAsync(TestEngine engine, Campaign campaign) => await engine.Get<CampaignKeys>().OfAsync(campaign, default);

    /// <summary>Where keys stand, save on refusal lists.</summary>
    public static async Task<IReadOnlyList<string>> LeftAsync(AzuriteFixture azurite, TestEngine engine, params UInt128[] keys) =>
        [.. (await new KeyScan(azurite.ConnectionString, engine.Prefix, TableNames.All).FindAsync(keys)).Where(place => !place.Contains(" refused|", StringComparison.Ordinal))];

    /// <summary>The totals of a campaign, as one text.</summary>
    public static async Task<string> TotalsAsync(TestEngine engine)
    {
        await ListeningRun.SweepAsync(engine);
        var results = await ListeningRun.ResultsAsync(engine);
        var totals = new[] { "mentions", "uses", "byKind", "contributors", "organisations", "influencers", "potentialReach", "potentialImpressions", "engagements", "byChannel", "byHashtag" }
            .Select(name => $"{name}: {results.GetProperty(name).GetRawText()}");
        return string.Join('\n', [.. totals, (await ListeningRun.TimelineAsync(engine, "day")).GetProperty("rows").GetRawText()]);
    }
}
