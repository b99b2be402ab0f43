using Campaigns.Listening.Cells;
using Campaigns.Planning;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Coverage;

public sealed class DroppedMessagesTests(AzuriteFixture azurite)
{
    private static readonly string Lines = Line.Join(Line.Of("1", author: "a"), Line.Of("2", author: "b"));

    [Fact]
    public async Task A_message_that_is_counted_and_comes_again_when_its_campaign_is_archived_is_not_missing()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Lines);
        var messages = await ListeningRun.TrackAsync(engine);
        await ArchiveAsync(engine);

        await engine.Function<TrackMentions>().Run(Assert.Single(messages), default);

        Assert.DoesNotContain("dropped", await CoverageAsync(engine), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_dropped_is_missing_until_the_same_mentions_are_counted_after_the_campaign_was_put_again()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Line.Of("0"));
        await ListeningRun.TrackAsync(engine);
        await ListeningRun.PostAsync(engine, Lines);
        await ArchiveAsync(engine);
        await ListeningRun.TrackAsync(engine);
        Assert.Contains("dropped", await CoverageAsync(engine), StringComparison.Ordinal);

        await SampleCampaign.ChangeAsync(engine, SampleCampaign.Json);
        await ListeningRun.PostAsync(engine, Line.Of("3"));
        await ListeningRun.TrackAsync(engine);
        Assert.Contains("dropped", await CoverageAsync(engine), StringComparison.Ordinal);
        await ListeningRun.RollUpAsync(engine, Lines);

        Assert.DoesNotContain("dropped", await CoverageAsync(engine), StringComparison.Ordinal);
        Assert.Equal(4, (await ListeningRun.ResultsAsync(engine)).GetProperty("mentions").GetInt32());
    }

    [Fact]
    public async Task Whether_anything_was_dropped_is_asked_once_and_not_for_each_message()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Line.Of("1"));
        await ListeningRun.TrackAsync(engine);
        wire.Forget();

        await ListeningRun.PostAsync(engine, Line.Of("2", createdAt: "2015-06-09T10:00:00Z"));
        await ListeningRun.TrackAsync(engine);

        Assert.DoesNotContain(wire.Seen, request => request.Contains("Coverage", StringComparison.Ordinal));
    }

    private static async Task ArchiveAsync(TestEngine engine)
    {
        var delete = Call.Request(engine, "DELETE", "/api/campaigns/missing-type");
        await Call.AnswerAsync(delete, engine.Function<DeleteCampaign>().Run(delete, "missing-type", default));
    }

    private static async Task<string> CoverageAsync(TestEngine engine) => (await ListeningRun.ResultsAsync(engine)).GetProperty("coverage").GetRawText();
}
