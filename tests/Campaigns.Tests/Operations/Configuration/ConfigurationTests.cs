using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Listening.Supporters;
using Campaigns.Operations.Configuration;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Operations.Configuration;

/// <summary>What people configured leaves as a document and comes back as it was; nothing goes out because of it.</summary>
public sealed class ConfigurationTests(AzuriteFixture azurite)
{
    private const string Post = """{ "text": "Give blood #MissingType 🩸", "dueAt": "{due}", "channels": ["facebookgroup"], "link": "https://blood.test/" }""";

    private static TestClock Clock => TestClock.At("2015-06-08T08:00:00Z");

    [Fact]
    public async Task Exported_wiped_and_imported_it_is_the_same_and_nothing_of_the_past_goes_out()
    {
        await using var engine = await TestEngine.StartAsync(azurite, Clock);
        await FillAsync(engine);
        var before = await ExportAsync(engine);
        Assert.Equal(200, before.Status);
        foreach (var secret in new[] { Convert.ToBase64String((await engine.Get<CampaignTable>().FindAsync("missing-type", default))!.WrappedDataKey), "WrappedDataKey", "generation", "etag", "AccountKey" })
        {
            Assert.DoesNotContain(secret, before.Text, StringComparison.OrdinalIgnoreCase);
        }

        await using var wiped = await TestEngine.StartAsync(azurite, Clock);
        var answer = await ImportAsync(wiped, before.Text);

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal("""{"campaigns":3,"posts":2,"cancelled":1,"supporters":2}""", answer.Text);
        Assert.Equal(before.Text, (await ExportAsync(wiped)).Text);
        var campaign = (await wiped.Get<CampaignTable>().FindAsync("missing-type", default))!;
        var deliveries = await wiped.Get<PostTable>().ListDeliveriesAsync(Ledger.Of(campaign), null, default).ToListAsync();
        Assert.Equal([DeliveryState.Waiting, DeliveryState.Cancelled], deliveries.Select(delivery => delivery.State).Order());
        Assert.True((await wiped.Get<CampaignTable>().FindAsync("archived", default))!.Archived);
        Assert.Equal("""{"campaigns":0,"posts":0,"cancelled":0,"supporters":0}""", (await ImportAsync(wiped, before.Text)).Text);
    }

    [Theory]
    [InlineData("hold", "held", DeliveryState.Held, 0)]
    [InlineData("cancel", "cancelled", DeliveryState.Cancelled, 1)]
    public async Task What_somebody_stopped_is_stopped_in_the_engine_that_it_is_brought_to(string how, string state, DeliveryState stands, int more)
    {
        await using var engine = await TestEngine.StartAsync(azurite, Clock);
        await FillAsync(engine);
        await (how == "hold" ? engine.Get<PostControl>().HoldAsync("missing-type", "coming", default) : engine.Get<PostControl>().CancelAsync("missing-type", "coming", default));
        var document = (await ExportAsync(engine)).Text;
        Assert.Equal(state, JsonDocument.Parse(document).RootElement.GetProperty("campaigns")[2].GetProperty("posts")[0].GetProperty("state").GetString());

        await using var other = await TestEngine.StartAsync(azurite, Clock);
        var imported = await ImportAsync(other, document);

        Assert.Equal($$"""{"campaigns":3,"posts":2,"cancelled":{{1 + more}},"supporters":2}""", imported.Text);
        Assert.Equal([stands], await StatesAsync(other, "coming"));
        Assert.Equal(document, (await ExportAsync(other)).Text);
        var wrong = await ImportAsync(other, document.Replace($"\"state\": \"{state}\"", "\"state\": \"published\"", StringComparison.Ordinal));
        Assert.Equal(("campaigns[2].posts[0].state", 422), (wrong.Json.GetProperty("faults")[0].GetProperty("field").GetString(), wrong.Status));
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_with_its_path_and_nothing_is_written()
    {
        await using var engine = await TestEngine.StartAsync(azurite, Clock);
        await FillAsync(engine);
        var document = JsonNode.Parse((await ExportAsync(engine)).Text)!;
        var campaigns = document["campaigns"]!.AsArray();
        (document["version"], document["more"]) = (2, true);
        (campaigns[1]!["campaign"]!["name"], campaigns[1]!["campaign"]!["start"]) = (" ", "5 June");
        campaigns[0]!["campaign"]!["compareWith"] = "nowhere";
        campaigns[1]!["campaign"]!["listening"] = new JsonObject { ["feeds"] = new JsonArray("https://blog.example/feed", "https://10.0.0.1/feed") };
        (campaigns[2]!["id"], campaigns[2]!["posts"]![0]!["post"]!["dueAt"], campaigns[2]!["supporters"]![1]!["kind"]) = ("Missing Type", "soon", "person");
        campaigns.Add("text");

        await using var other = await TestEngine.StartAsync(azurite, Clock);
        var answer = await ImportAsync(other, document.ToJsonString());

        Assert.Equal(422, answer.Status);
        var fields = answer.Json.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()).ToHashSet();
        Assert.Superset(
            new HashSet<string?>
            {
                "version", "more", "campaigns[0].campaign.compareWith", "campaigns[1].campaign.listening.feeds[1]", "campaigns[1].campaign.name", "campaigns[1].campaign.start", "campaigns[2].id",
                "campaigns[2].posts[0].post.dueAt", "campaigns[2].supporters[1].kind", "campaigns[3]",
            },
            fields);
        Assert.Empty(await other.Get<CampaignTable>().ListAsync(null, default).ToListAsync());
    }

    [Fact]
    public async Task What_is_there_and_says_something_else_is_a_conflict_that_names_all_of_it()
    {
        await using var engine = await TestEngine.StartAsync(azurite, Clock);
        await FillAsync(engine);
        var document = JsonNode.Parse((await ExportAsync(engine)).Text)!;
        var campaign = document["campaigns"]!.AsArray().Single(one => (string?)one!["id"] == "missing-type")!;
        campaign["posts"]![1]!["post"]!["text"] = "Something else";
        campaign["supporters"]!.AsArray().RemoveAt(0);

        var answer = await ImportAsync(engine, document.ToJsonString());

        Assert.Equal(409, answer.Status);
        Assert.Contains("the post past of missing-type, the supporters of missing-type are there", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_breaks_off_anywhere_is_sent_again_and_nothing_of_the_past_waits_at_any_moment()
    {
        await using var engine = await TestEngine.StartAsync(azurite, Clock);
        await FillAsync(engine);
        var document = (await ExportAsync(engine)).Text;
        await using var wire = await TableWire.StartAsync(azurite);
        for (var requests = 4; ; requests += 6)
        {
            await using var other = await wire.EngineAsync(azurite, clock: Clock);
            var isWhole = await wire.EndsWithinAsync(requests, cancellationToken => ImportAsync(other, document, cancellationToken));
            Assert.All(await StatesAsync(other, "past"), static state => Assert.Equal(DeliveryState.Cancelled, state));
            var again = await ImportAsync(other, document);
            Assert.True(again.Status == 200, again.Text);
            Assert.Equal(document, (await ExportAsync(other)).Text);
            Assert.Equal([DeliveryState.Cancelled], await StatesAsync(other, "past"));
            if (isWhole)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task A_post_that_an_archived_campaign_lacks_is_a_conflict_before_anything_is_written()
    {
        await using var engine = await TestEngine.StartAsync(azurite, Clock);
        await FillAsync(engine);
        var document = JsonNode.Parse((await ExportAsync(engine)).Text)!;
        var campaigns = document["campaigns"]!.AsArray();
        campaigns[0]!["posts"] = campaigns[2]!["posts"]!.DeepClone();
        var another = campaigns[1]!.DeepClone();
        another["id"] = "another";
        campaigns.Add(another);

        var answer = await ImportAsync(engine, document.ToJsonString());

        Assert.Null(await engine.Get<CampaignTable>().FindAsync("another", default));
        Assert.Equal(409, answer.Status);
        Assert.Contains("the campaign archived, which is archived without the post coming,", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    /// <summary>How the deliveries of a post stand; none where it is not there.</summary>
    private static async Task<IEnumerable<DeliveryState>> StatesAsync(TestEngine engine, string post) =>
        await engine.Get<CampaignTable>().FindAsync("missing-type", default) is { } campaign && PostId.TryParse(post, out var id)
            ? (await engine.Get<PostTable>().DeliveriesOfAsync(Ledger.Of(campaign), id, default)).Select(delivery => delivery.State)
            : [];

    /// <summary>Three campaigns, two of them compared with each other and one archived; two posts, one of the past; supporters.</summary>
    internal static async Task FillAsync(TestEngine engine)
    {
        await SampleCampaign.PutAsync(engine);
        await SampleCampaign.PutAsync(engine, "last-year", SampleCampaign.Json.TrimEnd()[..^1] + """, "compareWith": "missing-type" }""");
        await SampleCampaign.ChangeAsync(engine, SampleCampaign.Json.TrimEnd()[..^1] + """, "compareWith": "last-year", "owner": "Łódź 🩸" }""");
        await SampleCampaign.PutAsync(engine, "archived");
        foreach (var (id, due) in new[] { ("coming", "2015-06-12T09:00:00+01:00"), ("past", "2015-06-01T09:00:00+01:00") })
        {
            var request = Call.Request(engine, "PUT", $"/api/campaigns/missing-type/posts/{id}", Post.Replace("{due}", due, StringComparison.Ordinal));
            var answer = await Call.AnswerAsync(request, engine.Function<PutPost>().Run(request, "missing-type", id, default));
            Assert.True(answer.Status == 201, answer.Text);
        }

        var list = Call.Request(engine, "PUT", "/api/campaigns/missing-type/supporters", """
            [{ "channel": "x", "handle": "rcgp", "name": "Royal College of GPs", "kind": "organisation", "basis": "a public body" },
             { "channel": "x", "id": "7", "name": "A minister", "kind": "publicFigure", "basis": "in office" }]
            """);
        Assert.Equal(201, (await Call.AnswerAsync(list, engine.Function<PutSupporters>().Run(list, "missing-type", default))).Status);
        var archive = Call.Request(engine, "DELETE", "/api/campaigns/archived");
        Assert.Equal(204, (await Call.AnswerAsync(archive, engine.Function<DeleteCampaign>().Run(archive, "archived", default))).Status);
    }

    internal static Task<Answer> ExportAsync(TestEngine engine)
    {
        var request = Call.Request(engine, "GET", "/api/export");
        return Call.AnswerAsync(request, engine.Function<ExportConfiguration>().Run(request, default));
    }

    internal static Task<Answer> ImportAsync(TestEngine engine, string document, CancellationToken cancellationToken = default)
    {
        var request = Call.Request(engine, "POST", "/api/import", document);
        return Call.AnswerAsync(request, engine.Function<ImportConfiguration>().Run(request, cancellationToken));
    }
}
