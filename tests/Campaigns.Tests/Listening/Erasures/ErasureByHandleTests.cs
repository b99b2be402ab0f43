using Campaigns.Channels;
using Campaigns.Tests.Listening.Search;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Tests.Listening.Erasures;

public sealed class ErasureByHandleTests(AzuriteFixture azurite)
{
    private readonly ScriptedSearch search = new(TimeProvider.System);

    [Fact]
    public async Task Who_is_erased_by_handle_is_erased_by_the_id_that_the_channel_knows_it_by()
    {
        await using var engine = await StartAsync();
        var campaign = await SampleCampaign.PutAsync(engine);
        search.Ids = handle => new AccountIds(handle == "donor.example" ? ["did:plc:99"] : [], IsComplete: true);
        await ListeningRun.ResultsAfterAsync(engine, Mention("bluesky", "counted", "did:plc:99", "donor.example"));
        await ListeningRun.PostAsync(engine, Mention("bluesky", "waited", "did:plc:99", "donor.example"));

        var answer = await Erasing.PostAsync(engine, """{"channel":"bluesky","handle":"@donor.example"}""");
        await Erasing.WorkAsync(engine);
        var results = await ListeningRun.ResultsAfterAsync(engine, Mention("bluesky", "later", "did:plc:99", "renamed.example"));

        var receipt = await Erasing.GetAsync(engine, answer.Json.GetProperty("id").GetString()!);
        Assert.Equal(("done", null, null), (receipt.GetProperty("state").GetString(), answer.Json.GetProperty("warning").GetString(), receipt.GetProperty("warning").GetString()));
        var keys = await Erasing.KeysAsync(engine, campaign);
        Assert.Empty(await Erasing.LeftAsync(azurite, engine, keys.Author("bluesky", "did:plc:99"), keys.AuthorByHandle("bluesky", "donor.example")));
        Assert.Equal((3, 2), (results.GetProperty("mentions").GetInt64(), results.GetProperty("mentionsWithoutAuthor").GetInt64()));
    }

    [Theory]
    [InlineData("x", false, false, "the engine cannot find out the account's id on x")]
    [InlineData("bluesky", false, false, "could not be asked just now")]
    [InlineData("bluesky", true, false, "could not be asked just now")]
    [InlineData("bluesky", false, true, "Nobody has this handle on bluesky now")]
    public async Task Where_the_id_stays_unknown_the_receipt_says_that_mentions_with_one_are_only_found_by_it(string channel, bool isKnown, bool isComplete, string expected)
    {
        await using var engine = await StartAsync();
        var campaign = await SampleCampaign.PutAsync(engine);
        search.Ids = _ => new AccountIds(isKnown ? ["did:plc:1"] : [], isComplete);
        await ListeningRun.ResultsAfterAsync(engine, Mention(channel, "counted", "99", "donor.example"));

        var answer = await Erasing.PostAsync(engine, $$"""{"channel":"{{channel}}","handle":"donor.example"}""");
        await Erasing.WorkAsync(engine);

        var receipt = await Erasing.GetAsync(engine, answer.Json.GetProperty("id").GetString()!);
        Assert.Equal("done", receipt.GetProperty("state").GetString());
        Assert.All([answer.Json, receipt], said => Assert.Contains(expected, said.GetProperty("warning").GetString(), StringComparison.Ordinal));
        Assert.All([answer.Json, receipt], said => Assert.Contains("only found by authorId", said.GetProperty("warning").GetString(), StringComparison.Ordinal));
        Assert.DoesNotContain("donor", answer.Text + receipt.GetRawText(), StringComparison.OrdinalIgnoreCase);
        var key = (await Erasing.KeysAsync(engine, campaign)).Author(channel, "99");
        Assert.NotEmpty(await Erasing.LeftAsync(azurite, engine, key));
        await Erasing.EraseAsync(engine, "99", "donor.example", channel);
        Assert.Empty(await Erasing.LeftAsync(azurite, engine, key));
    }

    [Fact]
    public async Task Where_the_id_is_given_nobody_is_asked()
    {
        await using var engine = await StartAsync();
        await SampleCampaign.PutAsync(engine);
        search.Ids = _ => throw new InvalidOperationException("asked");

        var answer = await Erasing.PostAsync(engine, """{"channel":"bluesky","authorId":"did:plc:99","handle":"donor.example"}""");

        Assert.Equal((202, null), (answer.Status, answer.Json.GetProperty("warning").GetString()));
    }

    private static string Mention(string channel, string id, string author, string handle) =>
        $$$"""{"channel":"{{{channel}}}","id":"{{{id}}}","createdAt":"2015-06-08T10:00:00Z","text":"#MissingType","author":{"id":"{{{author}}}","handle":"{{{handle}}}","followers":5}}""";

    private Task<TestEngine> StartAsync() =>
        TestEngine.StartAsync(azurite, null, services => services.AddSingleton<ISearch>(search), Erasing.WithoutWaits);
}
