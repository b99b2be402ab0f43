using Azure.Data.Tables;
using Campaigns.Listening;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Supporters;

public sealed class SupporterTableTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_supporter_is_found_by_id_by_handle_and_by_a_handle_that_stands_for_the_id()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await Supporting.ReplaceAsync(engine, Supporting.Organisation("@RCGP"), Supporting.Organisation("both", "42", name: "Both"), Supporting.Organisation(id: "7", channel: "bluesky", name: "By id"));

        var (list, keys) = await ReadAsync(engine, campaign);

        Assert.Equal(
            ["Royal College of GPs", "Royal College of GPs", "Royal College of GPs", "Both", "Both", "By id"],
            new[]
            {
                keys.AuthorByHandle("x", "rcgp"), keys.AuthorByHandle("x", "@RcGp"), keys.Author("x", "RCGP"), keys.Author("x", "42"), keys.AuthorByHandle("x", "both"), keys.Author("bluesky", "7"),
            }.Select(key => list.ByAuthor[key].Name));
        Assert.Equal([0, 1, 2], list.All.Select(supporter => supporter.Number));
        Assert.DoesNotContain(keys.Author("x", "7"), list.ByAuthor.Keys);
        Assert.DoesNotContain(keys.AuthorByHandle("bluesky", "rcgp"), list.ByAuthor.Keys);
    }

    [Fact]
    public async Task A_handle_of_digits_does_not_stand_for_an_id()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await Supporting.ReplaceAsync(engine, Supporting.Organisation("111"));

        var (list, keys) = await ReadAsync(engine, campaign);

        Assert.Equal([keys.AuthorByHandle("x", "111")], list.ByAuthor.Keys);
    }

    [Fact]
    public async Task Nobody_is_named_where_nothing_was_put_or_the_list_is_empty()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        var none = await engine.Get<SupporterTable>().ReadAsync(campaign, default);
        await Supporting.ReplaceAsync(engine);
        var empty = await engine.Get<SupporterTable>().ReadAsync(campaign, default);

        Assert.Equal(("", 0, 0), (none.Version, none.ByAuthor.Count, empty.ByAuthor.Count));
        Assert.NotEqual("", empty.Version);
    }

    [Fact]
    public async Task The_version_changes_with_the_list_and_only_then()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await Supporting.ReplaceAsync(engine, Supporting.Organisation("a"));

        var (first, _) = await ReadAsync(engine, campaign);
        var (again, _) = await ReadAsync(engine, campaign);
        await Supporting.ReplaceAsync(engine, Supporting.Organisation("b"));
        var (changed, _) = await ReadAsync(engine, campaign);

        Assert.Same(first, again);
        Assert.NotEqual(first.Version, changed.Version);
    }

    [Fact]
    public async Task A_write_that_broke_off_changes_nothing_and_what_it_left_goes_with_a_later_one()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await Supporting.ReplaceAsync(engine, Supporting.Organisation("rcgp"));
        var table = engine.Get<StorageRim>().Table(TableNames.Supporters);
        var partition = $"{campaign.Id}.{campaign.Generation}";
        const string Half = "20150608100000-0123456789abcdef";
        await table.UpsertEntityAsync(new TableEntity("marks", partition) { ["Version"] = Half }, TableUpdateMode.Replace);
        await table.AddEntityAsync(new TableEntity(partition, $"list|{Half}|0000") { ["J00"] = "[]" });

        await ListeningRun.PostAsync(engine, """{"channel":"x","id":"1","createdAt":"2015-06-08T10:00:00Z","text":"#MissingType","author":{"id":"42","handle":"rcgp"}}""");
        var (list, keys) = await ReadAsync(engine, campaign);
        await Supporting.ReplaceAsync(engine, Supporting.Organisation("rcgp", name: "Again"));

        Assert.Equal("Royal College of GPs", list.ByAuthor[keys.Author("x", "42")].Name);
        Assert.Equal("Again", Assert.Single((await ReadAsync(engine, campaign)).List.All).Name);
        Assert.Single(await table.QueryAsync<TableEntity>(KeyText.RowsOf(partition, "list|")).ToListAsync());
    }

    private static async Task<(SupporterList List, MentionKeys Keys)> ReadAsync(TestEngine engine, Campaign campaign) =>
        (await engine.Get<SupporterTable>().ReadAsync(campaign, default), await engine.Get<CampaignKeys>().OfAsync(campaign, default));
}
