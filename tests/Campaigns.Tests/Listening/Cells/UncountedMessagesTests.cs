using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Queues.Models;
using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Coverage;
using Campaigns.Planning;
using Campaigns.Storage;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Listening.Cells;

/// <summary>Messages whose mentions are in no figure, and where that is told.</summary>
public sealed class UncountedMessagesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_cannot_be_counted_fails_and_stands_in_the_coverage_before_it_is_poison()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        var pack = new MentionsMessage(new CellId("missing-type", campaign.Generation, 398_400), Cell.Of([.. Enumerable.Range(0, 12).Select(RandomRecords.Numbered)]));
        await engine.Get<StorageRim>().Table(TableNames.Cells).AddEntityAsync(
            new TableEntity($"missing-type.{campaign.Generation}.00", $"cell|{pack.Cell.HourText}") { ["Mentions"] = 1, ["P00"] = new byte[] { 2, 0 } });

        await Assert.ThrowsAsync<CellFormatException>(() => TrackAsync(engine, pack, attempt: 4));
        Assert.Empty((await ListeningRun.ResultsAsync(engine)).GetProperty("coverage").EnumerateArray());
        await Assert.ThrowsAsync<CellFormatException>(() => TrackAsync(engine, pack, attempt: 5));
        await Assert.ThrowsAsync<CellFormatException>(() => TrackAsync(engine, pack, attempt: 5));

        var entry = Assert.Single((await ListeningRun.ResultsAsync(engine)).GetProperty("coverage").EnumerateArray());
        Assert.Equal(("x", "not_counted", 12), (entry.GetProperty("channel").GetString(), entry.GetProperty("state").GetString(), entry.GetProperty("missed").GetInt32()));
        Assert.Equal(("2015-06-14T01:00:00+01:00", "2015-06-14T02:00:00+01:00"), (entry.GetProperty("from").GetString(), entry.GetProperty("to").GetString()));
    }

    [Fact]
    public async Task A_message_that_is_counted_on_its_last_attempt_leaves_no_trace_in_the_coverage()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);

        await TrackAsync(engine, new MentionsMessage(new CellId("missing-type", campaign.Generation, 398_400), Cell.Of([RandomRecords.Numbered(1)])), attempt: 5);

        Assert.Empty(await engine.Get<CoverageTable>().ReadAsync("missing-type", campaign.Generation, default));
    }

    [Fact]
    public async Task A_message_of_an_archived_campaign_is_dropped_and_told()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Line.Of("1"));
        var delete = Call.Request(engine, "DELETE", "/api/campaigns/missing-type");
        await Call.AnswerAsync(delete, engine.Function<DeleteCampaign>().Run(delete, "missing-type", default));

        await ListeningRun.TrackAsync(engine);

        var entry = Assert.Single((await ListeningRun.ResultsAsync(engine)).GetProperty("coverage").EnumerateArray());
        Assert.Equal(("dropped", 1), (entry.GetProperty("state").GetString(), entry.GetProperty("missed").GetInt32()));
    }

    [Fact]
    public async Task A_message_of_another_generation_is_not_counted()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);

        await TrackAsync(engine, new MentionsMessage(new CellId("missing-type", "another", 398_400), Cell.Of([RandomRecords.Numbered(1)])), attempt: 1);

        Assert.Equal(0, (await engine.Get<CellTable>().ReadAsync(new CellId("missing-type", "another", 398_400))).Cell.Count);
        Assert.Equal(CoverageState.Dropped, Assert.Single(await engine.Get<CoverageTable>().ReadAsync("missing-type", "another", default)).State);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{\"v\":2}")]
    [InlineData("{\"v\":1,\"campaign\":\"c\",\"generation\":\"g\",\"hour\":\"2015060810\",\"cell\":\"AQ==\"}")]
    public async Task A_damaged_message_fails_loudly(string body)
    {
        await using var engine = await TestEngine.StartAsync(azurite);

        await Assert.ThrowsAsync<CellFormatException>(() => engine.Function<TrackMentions>().Run(Message(new BinaryData(body), 1), default));
    }

    [Fact]
    public async Task The_engine_calls_a_message_poison_when_the_host_does()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await using var overridden = await TestEngine.StartAsync(azurite, settings: new Dictionary<string, string?> { ["AzureFunctionsJobHost:extensions:queues:maxDequeueCount"] = "9" });
        using var host = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "host.json")));
        var inHost = host.RootElement.GetProperty("extensions").GetProperty("queues").GetProperty("maxDequeueCount").GetInt32();

        Assert.Equal(inHost, engine.Get<IOptions<ListeningOptions>>().Value.MaxDequeueCount);
        Assert.Equal(9, overridden.Get<IOptions<ListeningOptions>>().Value.MaxDequeueCount);
    }

    private static Task TrackAsync(TestEngine engine, MentionsMessage pack, long attempt) =>
        engine.Function<TrackMentions>().Run(Message(pack.Write(), attempt), default);

    private static QueueMessage Message(BinaryData body, long attempt) => QueuesModelFactory.QueueMessage("id", "receipt", body, attempt);
}
