using System.Text.Json;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Erasures;

public sealed class OwnAccountErasureTests(AzuriteFixture azurite)
{
    private static readonly string Json = SampleCampaign.Json.Replace(
        """{ "channel": "bluesky", "account": "nhsbt.example" }""", """{ "channel": "x", "account": "77" }, { "channel": "instagram", "account": "north" }""", StringComparison.Ordinal);

    [Fact]
    public async Task An_own_account_that_the_plan_names_by_its_id_is_erased_by_it_and_stays_refused()
    {
        await using var engine = await StartAsync();
        var keys = await Erasing.KeysAsync(engine, await SampleCampaign.PutAsync(engine, json: Json));
        UInt128[] theirs = [keys.Author("x", "77"), keys.AuthorByHandle("x", "77")];
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1", author: "77", followers: 5), Line.Of("2", author: "8", followers: 6)));
        await ListeningRun.PostAsync(engine, Line.Of("waited", author: "77"));
        Assert.NotEmpty(await Erasing.LeftAsync(azurite, engine, theirs));

        await Erasing.EraseAsync(engine, "77");
        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Of("later", author: "77", followers: 5));

        Assert.Empty(await Erasing.LeftAsync(azurite, engine, theirs));
        Assert.Equal((4, 3, 1), (Long(results, "mentions"), Long(results, "ownMentions"), Long(results, "contributors")));
    }

    [Fact]
    public async Task An_own_account_that_is_erased_by_its_handle_stays_refused_by_an_id_in_other_letters()
    {
        await using var engine = await StartAsync();
        var keys = await Erasing.KeysAsync(engine, await SampleCampaign.PutAsync(engine, json: Json));
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", channel: "instagram", author: "NORTH"));

        await Erasing.EraseAsync(engine, handle: "north", channel: "instagram");
        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Of("2", channel: "instagram", author: "NORTH"));

        Assert.Empty(await Erasing.LeftAsync(azurite, engine, keys.AuthorByHandle("instagram", "north"), keys.Author("instagram", "NORTH")));
        Assert.Equal((2, 2), (Long(results, "mentions"), Long(results, "ownMentions")));
    }

    [Theory]
    [InlineData("x", "77", false)]
    [InlineData("instagram", "17841", true)]
    [InlineData("bluesky", "did:plc:7", false)]
    public async Task Where_an_id_could_be_that_of_an_own_account_that_the_plan_names_by_its_handle_the_receipt_says_so(string channel, string id, bool isTold)
    {
        await using var engine = await StartAsync();
        await SampleCampaign.PutAsync(engine, json: Json);

        var answer = await Erasing.PostAsync(engine, JsonSerializer.Serialize(new { channel, authorId = id }));

        Assert.Equal(isTold, answer.Json.GetProperty("warning").GetString()?.Contains("own account", StringComparison.Ordinal) ?? false);
    }

    private static long Long(JsonElement results, string name) => results.GetProperty(name).GetInt64();

    private Task<TestEngine> StartAsync() => TestEngine.StartAsync(azurite, settings: Erasing.WithoutWaits);
}
