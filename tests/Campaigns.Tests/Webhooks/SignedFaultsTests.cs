using System.Text;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Campaigns.Webhooks;

namespace Campaigns.Tests.Webhooks;

/// <summary>Signed messages of which more is wrong than is kept.</summary>
public sealed class SignedFaultsTests(AzuriteFixture azurite)
{
    private readonly TestClock clock = TestClock.At("2015-06-09T10:00:00Z");

    [Theory]
    [InlineData("application/x-ndjson")]
    [InlineData("text/csv")]
    public async Task An_answer_longer_than_a_row_takes_is_given_and_given_again_with_as_much_as_is_kept(string contentType)
    {
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        var body = contentType == "text/csv" ? Csv() : Ndjson();
        Assert.InRange(Encoding.UTF8.GetByteCount(body), 200_000, IncomingWebhooks.Limit);
        await SampleCampaign.PutAsync(engine);
        var headers = WebhookJudge.Sign(await IncomingSteps.MakeAsync(engine), "msg_1", clock.GetUtcNow(), body);

        var first = await IncomingSteps.PostAsync(engine, body, headers, contentType: contentType);
        var again = await IncomingSteps.PostAsync(engine, body, headers, contentType: contentType);

        Assert.True(first.Status == 202, first.Text);
        Assert.True(again.Status == 202, again.Text);
        Assert.InRange(first.Text.Length, 50_000, int.MaxValue);
        Assert.InRange(again.Text.Length, 1_000, 200_000);
        Assert.All(["accepted", "matched", "refused"], name => Assert.Equal(first.Json.GetProperty(name).GetInt32(), again.Json.GetProperty(name).GetInt32()));
        await ListeningRun.TrackAsync(engine);
        await ListeningRun.SweepAsync(engine);
        Assert.Equal(1, (await ListeningRun.ResultsAsync(engine)).GetProperty("mentions").GetInt32());
    }

    /// <summary>A hundred lines of twenty fields with long names, each letter of which takes six where it is kept.</summary>
    private static string Ndjson() => Line.Join(Enumerable.Range(0, 100)
        .Select(static line => $"{{{string.Join(',', Enumerable.Range(0, 20).Select(field => $"\"{new string('é', 90)}{line}.{field}\":1"))}}}").Append(Line.Of("1")));

    private static string Csv() =>
        $"channel,id,createdAt,text,{string.Join(',', Enumerable.Range(0, 2_000).Select(static column => $"{new string('é', 90)}{column}"))}\nx,1,2015-06-08T10:00:00Z,Give blood #MissingType{new string(',', 2_000)}";
}
