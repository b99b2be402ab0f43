using System.Text.Json;
using Campaigns.Listening;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Supporters;

public sealed class LearntIdTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task An_id_that_comes_with_a_listed_handle_belongs_to_the_supporter_and_goes_with_the_line()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await Supporting.ReplaceAsync(engine, Supporting.Organisation("rcgp"), Supporting.Organisation("other", name: "Other"));
        var tag = (await Supporting.GetAsync(engine)).ETag;
        var before = await ReadAsync(engine, campaign);

        await SayAsync(engine, ("x", "42", "@RCGP"), ("x", "77", "stranger"), ("bluesky", "did:plc:9", "rcgp"));

        var after = await ReadAsync(engine, campaign);
        var keys = await engine.Get<CampaignKeys>().OfAsync(campaign, default);
        Assert.Equal("Royal College of GPs", after.ByAuthor[keys.Author("x", "42")].Name);
        Assert.Equal(before.ByAuthor.Count + 1, after.ByAuthor.Count);
        Assert.NotEqual(before.Version, after.Version);
        // What the engine learns is no change of the list: who read it may still put it.
        Assert.Equal(tag, (await Supporting.GetAsync(engine)).ETag);

        await Supporting.ReplaceAsync(engine, Supporting.Organisation("other", name: "Other"));
        await Supporting.ReplaceAsync(engine, Supporting.Organisation("rcgp"), Supporting.Organisation("other", name: "Other"));

        Assert.DoesNotContain(keys.Author("x", "42"), (await ReadAsync(engine, campaign)).ByAuthor.Keys);
    }

    [Fact]
    public async Task What_was_learnt_stays_while_the_handle_stays_listed()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await Supporting.ReplaceAsync(engine, Supporting.Organisation("rcgp"));
        await SayAsync(engine, ("x", "42", "rcgp"));

        await Supporting.ReplaceAsync(engine, Supporting.Organisation("first", name: "First"), Supporting.Organisation("RCGP", name: "GPs"));

        var keys = await engine.Get<CampaignKeys>().OfAsync(campaign, default);
        Assert.Equal(("GPs", 1), ((await ReadAsync(engine, campaign)).ByAuthor[keys.Author("x", "42")] is var found ? (found.Name, found.Number) : default));
    }

    [Fact]
    public async Task The_first_id_of_a_handle_counts_and_a_listed_id_before_all()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await Supporting.ReplaceAsync(
            engine, Supporting.Organisation("rcgp"), Supporting.Organisation("mover", name: "Mover"), Supporting.Organisation("own", "5", name: "With id"), Supporting.Organisation(id: "6", name: "By id"));

        await SayAsync(engine, ("x", "42", "rcgp"));
        // The handle was given up and taken by a stranger; a handle listed with its id; another supporter's id under a listed handle.
        await SayAsync(engine, ("x", "666", "rcgp"), ("x", "667", "own"), ("x", "6", "mover"));

        var (list, keys) = (await ReadAsync(engine, campaign), await engine.Get<CampaignKeys>().OfAsync(campaign, default));
        Assert.Equal("Royal College of GPs", list.ByAuthor[keys.Author("x", "42")].Name);
        Assert.Equal("By id", list.ByAuthor[keys.Author("x", "6")].Name);
        Assert.DoesNotContain(keys.Author("x", "666"), list.ByAuthor.Keys);
        Assert.DoesNotContain(keys.Author("x", "667"), list.ByAuthor.Keys);
    }

    [Fact]
    public async Task Several_engines_that_learn_many_at_once_lose_none()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await using var second = await TestEngine.StartAsync(azurite, prefix: engine.Prefix);
        var campaign = await SampleCampaign.PutAsync(engine);
        await Supporting.ReplaceAsync(engine, [.. Enumerable.Range(0, 250).Select(number => Supporting.Organisation($"h{number}", name: $"Name {number}"))]);

        await Task.WhenAll(
            SayAsync(engine, [.. Enumerable.Range(0, 150).Select(number => ("x", $"{1000 + number}", $"h{number}"))]),
            SayAsync(second, [.. Enumerable.Range(100, 150).Select(number => ("x", $"{1000 + number}", $"h{number}"))]));

        var (list, keys) = (await ReadAsync(engine, campaign), await engine.Get<CampaignKeys>().OfAsync(campaign, default));
        Assert.All(Enumerable.Range(0, 250), number => Assert.Equal($"Name {number}", list.ByAuthor[keys.Author("x", $"{1000 + number}")].Name));
        Assert.Equal(250, (await engine.Get<SupporterTable>().HeadAsync(campaign, default))!.Links);
    }

    [Fact]
    public async Task A_list_that_was_put_through_another_engine_is_noticed()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await using var second = await TestEngine.StartAsync(
            azurite, settings: new Dictionary<string, string?> { ["Listening:CampaignCacheSeconds"] = "0" }, prefix: engine.Prefix);
        var campaign = await SampleCampaign.PutAsync(engine);
        await SayAsync(second, ("x", "1", "nobody"));

        await Supporting.ReplaceAsync(engine, Supporting.Organisation("rcgp"));
        await SayAsync(second, ("x", "42", "rcgp"));

        Assert.Contains((await engine.Get<CampaignKeys>().OfAsync(campaign, default)).Author("x", "42"), (await ReadAsync(engine, campaign)).ByAuthor.Keys);
    }

    private static Task<SupporterList> ReadAsync(TestEngine engine, Campaign campaign) => engine.Get<SupporterTable>().ReadAsync(campaign, default);

    private static async Task SayAsync(TestEngine engine, params (string Channel, string Id, string Handle)[] authors)
    {
        var answer = await ListeningRun.PostAsync(engine, string.Join('\n', authors.Select(author => JsonSerializer.Serialize(new
        {
            channel = author.Channel,
            id = $"{author.Id}-{author.Handle}",
            createdAt = "2015-06-08T10:00:00Z",
            text = "#MissingType",
            author = new { id = author.Id, handle = author.Handle },
        }))));
        Assert.True(answer.Status == 202, answer.Text);
    }
}
