using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Results.Feed;
using Campaigns.Results.RollUps;
using Campaigns.Storage;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Feed;

/// <summary>Campaigns that have their days and nothing below them.</summary>
public sealed class FeedWithoutHoursTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_an_earlier_version_stored_for_good_adds_up_without_channel_and_kind()
    {
        await using var engine = await FeedSample.StartAsync(azurite, mentions: 60);
        await RemoveHoursAsync(engine);
        await SealAsync(engine);

        var feed = await FeedClient.StartAsync(engine);
        var uses = await feed.AllAsync("/api/odata/UsesHourly?$filter=campaignKey eq 'blood'", "Prefer: odata.maxpagesize=7");
        var mentions = await feed.AllAsync("/api/odata/MentionsHourly?$filter=campaignKey eq 'blood'", "Prefer: odata.maxpagesize=7");
        var results = await ListeningRun.ResultsAsync(engine, FeedSample.One);

        Assert.Equal(results.GetProperty("uses").GetProperty("total").GetInt64(), uses.Sum(row => (long)row["uses"]!));
        Assert.Equal(results.GetProperty("mentions").GetInt64(), mentions.Sum(row => (long)row["mentions"]!));
        Assert.All(uses.Concat(mentions), row => Assert.Equal(("unknown", "unknown"), (row["channelKey"], row["kind"])));
    }

    [Fact]
    public async Task Days_that_a_roll_up_wrote_while_their_hours_were_asked_for_are_never_told_without_channel_and_kind()
    {
        await using var engine = await FeedSample.StartAsync(azurite, mentions: 60);
        // As if the hours had been read before the roll-up, and the days after it.
        await RemoveHoursAsync(engine);
        var feed = await FeedClient.StartAsync(engine);

        Assert.Empty(await feed.AllAsync("/api/odata/UsesHourly?$filter=campaignKey eq 'blood'"));
        Assert.Empty(await feed.AllAsync("/api/odata/MentionsHourly?$filter=campaignKey eq 'blood'"));
    }

    [Fact]
    public async Task Days_that_stand_in_for_hours_are_held_to_one_moment_too()
    {
        await using var engine = await FeedSample.StartAsync(azurite, mentions: 60);
        await RemoveHoursAsync(engine);
        var campaign = await SealAsync(engine);
        var days = await engine.Get<HoursTable>().ReadAsync(FeedSample.One, campaign.Generation, true, "2015-06-05", "2015-06-21", default).ToListAsync();
        var (reads, summaries) = (new FeedReads(), engine.Get<SummaryTable>());
        days.ForEach(day => reads.Note(campaign, day));
        Assert.True(days.Count > 2 && await reads.AreOfOneMomentAsync(engine.Get<SummaryMarks>(), summaries, default));

        var table = engine.Get<StorageRim>().Table(TableNames.Summaries);
        var row = (await table.QueryAsync<TableEntity>($"RowKey eq '{days[1].Row}'").ToListAsync()).Single(row => row.PartitionKey.StartsWith(FeedSample.One + ".", StringComparison.Ordinal));
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        Assert.False(await reads.AreOfOneMomentAsync(engine.Get<SummaryMarks>(), summaries, default));
    }

    private static async Task RemoveHoursAsync(TestEngine engine)
    {
        var table = engine.Get<StorageRim>().Table(TableNames.Summaries);
        await foreach (var row in table.QueryAsync<TableEntity>("RowKey ge 'hours|' and RowKey lt 'hours|~'"))
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag);
        }
    }

    private static async Task<Campaign> SealAsync(TestEngine engine)
    {
        var campaign = (await engine.Get<CampaignTable>().FindAsync(FeedSample.One, default))!;
        await engine.Get<SummaryTable>().SealAsync(FeedSample.One, campaign.Generation, default);
        return (await engine.Get<CampaignTable>().UpdateAsync(campaign with { ClosedAt = campaign.UpdatedAt, SealedAt = campaign.UpdatedAt, WrappedDataKey = [] }, default))!;
    }
}
