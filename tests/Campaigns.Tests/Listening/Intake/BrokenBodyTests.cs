using System.Text;
using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Listening.Intake;

public sealed class BrokenBodyTests(AzuriteFixture azurite)
{
    private static readonly string Lines = Line.Join(Enumerable.Range(0, 3000).Select(number => Line.Of($"{number}", author: $"a{number}", followers: 7))) + "\n";

    [Theory]
    [InlineData(400, 400)]
    [InlineData(413, 413)]
    public async Task A_body_that_breaks_off_keeps_what_was_queued_and_may_be_sent_again(int fault, int status)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);

        var broken = await ListeningRun.PostAsync(engine, new BrokenStream(Encoding.UTF8.GetBytes(Lines), new BadHttpRequestException("cut", fault)), "application/x-ndjson");
        var queued = (await ListeningRun.TrackAsync(engine)).Sum(message => MentionsMessage.Read(message.Body).Records.Count);
        var results = await ListeningRun.ResultsAfterAsync(engine, Lines);

        Assert.Equal(status, broken.Status);
        Assert.InRange(queued, 500, 2999);
        Assert.Equal(3000, results.GetProperty("mentions").GetInt32());
    }

    [Fact]
    public async Task A_queue_that_fails_is_503_and_says_that_the_body_may_be_sent_again()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await engine.Get<StorageRim>().Queue(engine.Get<IOptions<ListeningOptions>>().Value.MentionsQueue).DeleteAsync();

        var answer = await ListeningRun.PostAsync(engine, Lines);

        Assert.Equal(503, answer.Status);
        Assert.Contains("send the whole body again", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    /// <summary>Gives its bytes, then fails as a server's request body does.</summary>
    private sealed class BrokenStream(byte[] bytes, Exception fault) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == Length ? throw fault : base.ReadAsync(buffer, cancellationToken);
    }
}
