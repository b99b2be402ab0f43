using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Planning;

/// <summary>Rows that earlier versions wrote are read as docs/operations.md says.</summary>
public sealed class OldCampaignRowTests(AzuriteFixture azurite)
{
    /// <summary>What the first version did not write.</summary>
    private static readonly string[] Later = ["Topics", "ArchivedAt", "ClosedAt", "SealedAt", "PurgedAt"];

    private readonly TestClock clock = TestClock.At("2015-06-08T10:00:00Z");

    [Fact]
    public async Task A_campaign_that_was_archived_before_the_moment_was_kept_was_archived_when_its_row_last_changed()
    {
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine);
        clock.Advance(TimeSpan.FromDays(4));
        var request = Call.Request(engine, "DELETE", "/api/campaigns/missing-type");
        Assert.Equal(204, (await Call.AnswerAsync(request, engine.Function<DeleteCampaign>().Run(request, "missing-type", TestContext.Current.CancellationToken))).Status);
        await MakeOldAsync(engine);

        clock.Advance(TimeSpan.FromDays(1));
        await using var later = await TestEngine.StartAsync(azurite, clock, prefix: engine.Prefix);
        var campaign = (await later.Get<CampaignTable>().FindAsync("missing-type", TestContext.Current.CancellationToken))!;
        Assert.Equal((true, new DateTimeOffset(2015, 6, 12, 10, 0, 0, TimeSpan.Zero)), (campaign.Archived, campaign.ArchivedAt));
        Assert.Equal((null, null, null), (campaign.ClosedAt, campaign.SealedAt, campaign.PurgedAt));
        // Ninety days after that, and not after the campaign's end.
        Assert.Equal("2015-09-10T11:00:00+01:00", (await SampleCampaign.GetAsync(later)).Json.GetProperty("retentionEndsAt").GetString());
    }

    [Fact]
    public async Task A_campaign_that_is_not_archived_stays_so_and_can_be_changed()
    {
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine);
        await MakeOldAsync(engine);

        await using var later = await TestEngine.StartAsync(azurite, clock, prefix: engine.Prefix);
        await SampleCampaign.ChangeAsync(later, SampleCampaign.Json.Replace("Missing Type\"", "Missing Types\"", StringComparison.Ordinal));
        var campaign = (await later.Get<CampaignTable>().FindAsync("missing-type", TestContext.Current.CancellationToken))!;
        Assert.Equal(("Missing Types", true, null), (campaign.Name, campaign.Counts, campaign.ArchivedAt));
    }

    private static async Task MakeOldAsync(TestEngine engine)
    {
        var table = engine.Get<StorageRim>().Table(TableNames.Campaigns);
        var row = await table.QueryAsync<TableEntity>(row => row.RowKey == "missing-type", cancellationToken: TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(Later.Where(row.Remove).ToList());
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, TestContext.Current.CancellationToken);
    }
}
