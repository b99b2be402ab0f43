using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Results.Reported;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using NodaTime;

namespace Campaigns.Tests.Results.Reported;

public sealed class EntryLimitsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_campaign_holds_a_thousand_entries_and_results_still_read_them_in_one_request()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        var table = engine.Get<StorageRim>().Table(TableNames.Reported);
        var rows = Enumerable.Range(0, EntryTable.Most).Select(number => EntryRows.Current(CampaignPartition.Of(campaign), Of(number)));
        foreach (var chunk in rows.Chunk(100))
        {
            await table.SubmitTransactionAsync(chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
        }

        Assert.Equal(409, (await Entering.PutAsync(engine, "leaflets", "2015-06-10", Entering.Json("1"))).Status);
        var known = await Entering.GetAsync(engine, "leaflets-0", "2015-06-05");
        Assert.Equal(200, (await Entering.PutAsync(engine, "leaflets-0", "2015-06-05", Entering.Json("7"), "", $"If-Match: {known.ETag}")).Status);
        wire.Forget();
        Assert.Equal(EntryTable.Most, (await engine.Get<EntryTable>().ReadAsync(campaign, default)).Count);
        Assert.Single(wire.Seen);
    }

    [Fact]
    public async Task An_entry_has_two_hundred_versions_at_most()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await engine.Get<EntryTable>().WriteAsync(campaign, Of(0) with { Version = EntryTable.MostVersions - 1 }, default);

        var tag = (await Entering.GetAsync(engine, "leaflets-0", "2015-06-05")).ETag;
        tag = (await Entering.PutAsync(engine, "leaflets-0", "2015-06-05", Entering.Json("1"), "", $"If-Match: {tag}")).ETag;
        var full = await Entering.PutAsync(engine, "leaflets-0", "2015-06-05", Entering.Json("2"), "", $"If-Match: {tag}");

        Assert.Equal(409, full.Status);
        Assert.Contains("200 versions", full.Text, StringComparison.Ordinal);
        Assert.Equal(204, (await Entering.DeleteAsync(engine, "leaflets-0", "2015-06-05")).Status);
    }

    private static Entry Of(int number) => new()
    {
        Kind = EntryKind.Figure,
        Name = $"leaflets-{number}",
        Date = new LocalDate(2015, 6, 5),
        Side = FigureSide.Whole,
        Content = new EntryContent { Value = number, WhyUnknown = null, Definition = "Leaflets", Unit = null, Source = "The shelf", ReportedBy = "office" },
        Version = 1,
        Withdrawn = false,
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        WriteToken = "",
    };
}
