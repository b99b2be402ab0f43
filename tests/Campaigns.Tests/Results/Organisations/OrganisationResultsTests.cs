using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Publishing;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Listening.Supporters;
using Campaigns.Tests.Results.Posts;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Organisations;

public sealed class OrganisationResultsTests(AzuriteFixture azurite)
{
    private const string Accounts = """
        "accounts": [
          { "channel": "bluesky", "account": "north.example", "organisation": { "ods": "N1", "name": "North Trust", "area": "North" } },
          { "channel": "instagram", "account": "north", "organisation": { "ods": "N1", "name": "North Trust" } },
          { "channel": "mastodon", "account": "moor@example.org", "organisation": { "name": "Moor Trust", "area": "north" } },
          { "channel": "facebook", "account": "nobodys" }]
        """;

    [Fact]
    public async Task Accounts_add_up_by_organisation_and_area_and_people_never()
    {
        await using var engine = await StartAsync();
        await Posting.PutAsync(engine, "hello", "\"bluesky\"");
        await Posting.SettleAsync(engine, "hello", DeliveryState.Published, "2015-06-08T08:00:00Z");
        await EnterAsync(engine, "followers", "100", "bluesky", "north.example", "2015-06-05");
        await EnterAsync(engine, "followers", "130", "bluesky", "north.example", "2015-06-20");
        await EnterAsync(engine, "followers", "10", "mastodon", "moor@example.org", "2015-06-05");
        await EnterAsync(engine, "followers", "5", "mastodon", "moor@example.org", "2015-06-20");
        await EnterAsync(engine, "leaflets", "200", "bluesky", "north.example", "2015-06-20", ", \"adds\": true");
        await EnterAsync(engine, "leaflets", "50", "mastodon", "moor@example.org", "2015-06-20", ", \"adds\": true");
        await EnterAsync(engine, "people-met", "50", "mastodon", "moor@example.org", "2015-06-20");

        var results = await ListeningRun.ResultsAsync(engine);

        Assert.Equal(
            ["""Moor Trust null north: 1 null 0 -5 0 {"leaflets":50}""", """North Trust N1 North: 2 null 1 30 1 {"leaflets":200}"""],
            results.GetProperty("byOrganisation").EnumerateArray().Select(one => $"{Text(one, "name")} {Text(one, "ods") ?? "null"} {Text(one, "area")}: {Part(one)}"));
        Assert.Equal("""2 null 1 25 0 {"leaflets":250}""", Part(Assert.Single(results.GetProperty("byArea").EnumerateArray())));
        var figure = results.GetProperty("figures").GetProperty("/byOrganisation/0/uses");
        Assert.Equal(("not_yet", "organisationUses@1"), (Text(figure, "status"), Text(figure, "definition")));
    }

    [Fact]
    public async Task A_part_of_an_account_is_not_added_to_the_whole_of_it()
    {
        await using var engine = await StartAsync();
        foreach (var (scope, first, last, leaflets) in new[] { ("", "100", "150", "200"), (", \"scope\": \"page\"", "80", "120", "150") })
        {
            await EnterAsync(engine, "followers", first, "bluesky", "north.example", "2015-06-05", scope);
            await EnterAsync(engine, "followers", last, "bluesky", scope.Length == 0 ? "north.example" : "North.Example", "2015-06-20", scope);
            await EnterAsync(engine, "leaflets", leaflets, "bluesky", "north.example", "2015-06-20", $", \"adds\": true{scope}");
        }

        await EnterAsync(engine, "followers", "10", "mastodon", "moor@example.org", "2015-06-05", ", \"scope\": \"page\"");
        await EnterAsync(engine, "followers", "15", "mastodon", "moor@example.org", "2015-06-20", ", \"scope\": \"page\"");

        var results = await ListeningRun.ResultsAsync(engine);

        Assert.Equal(["1 null 0 5 0 {}", """2 null 0 50 1 {"leaflets":200}"""], results.GetProperty("byOrganisation").EnumerateArray().Select(Part));
        Assert.Equal("55", Raw(Assert.Single(results.GetProperty("byArea").EnumerateArray()), "followersGained"));
    }

    [Fact]
    public async Task What_own_accounts_said_counts_for_their_organisation_and_area_by_whatever_id_they_came_in_and_for_their_days()
    {
        await using var engine = await StartAsync();
        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Own("1", "bluesky", "did:plc:north", "North.example", "2015-06-08", "#MissingType #NationalBloodWeek"), Own("2", "bluesky", "did:plc:north", "@north.example", "2015-06-09"),
            Own("3", "instagram", "NORTH", null, "2015-06-09"), Own("4", "mastodon", "77", "moor@example.org", "2015-06-09"),
            Own("5", "facebook", "nobodys", null, "2015-06-09"), Own("6", "x", "77", "north.example", "2015-06-09")));

        Assert.Equal(["Moor Trust 1 1", "North Trust 3 4"], results.GetProperty("byOrganisation").EnumerateArray().Select(Said));
        Assert.Equal("North 3 4", Assert.Single(results.GetProperty("byArea").EnumerateArray().Select(Said)));
        Assert.Equal(("5", "value"), (Raw(results, "ownMentions"), Text(results.GetProperty("figures").GetProperty("/byOrganisation/1/uses"), "status")));

        var day = await ListeningRun.ResultsAsync(engine, window: "?from=2015-06-08&to=2015-06-08");
        Assert.Equal(["Moor Trust 0 0", "North Trust 1 2"], day.GetProperty("byOrganisation").EnumerateArray().Select(Said));
    }

    [Fact]
    public async Task What_own_accounts_said_stays_their_organisations_when_the_plan_lists_them_in_another_order()
    {
        await using var engine = await StartAsync();
        var before = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Own("1", "bluesky", "did:plc:north", "north.example", "2015-06-08"), Own("2", "bluesky", "did:plc:north", "north.example", "2015-06-09"), Own("3", "mastodon", "77", "moor@example.org", "2015-06-09")));
        var accounts = JsonNode.Parse($"{{{Accounts}}}")!["accounts"]!.AsArray();

        await SampleCampaign.ChangeAsync(engine, WithAccounts(SampleCampaign.Json, $"\"accounts\": [{string.Join(", ", accounts.Reverse().Select(account => account!.ToJsonString()))}]"));
        var after = await ListeningRun.ResultsAfterAsync(engine, Own("4", "bluesky", "did:plc:north", "north.example", "2015-06-10"));

        Assert.Equal(["Moor Trust 1 1", "North Trust 2 2"], before.GetProperty("byOrganisation").EnumerateArray().Select(Said));
        Assert.Equal(["Moor Trust 1 1", "North Trust 3 3"], after.GetProperty("byOrganisation").EnumerateArray().Select(Said));
    }

    [Fact]
    public async Task An_account_that_gets_an_organisation_later_counts_for_it_from_the_beginning_and_one_that_leaves_the_plan_for_nobody()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Own("1", "bluesky", "did:plc:blood", "nhsbt.example", "2015-06-08"), Own("2", "facebookgroup", "Blood Donors", null, "2015-06-09")));

        await SampleCampaign.ChangeAsync(engine, SampleCampaign.Json.Replace("\"nhsbt.example\"", """ "nhsbt.example", "organisation": { "name": "NHSBT" } """, StringComparison.Ordinal));
        var given = await RolledUpAsync();
        await SampleCampaign.ChangeAsync(engine, SampleCampaign.Json.Replace("\"nhsbt.example\"", "\"another.example\"", StringComparison.Ordinal)
            .Replace("\"Blood donors\"", """ "Blood donors", "organisation": { "name": "Donors" } """, StringComparison.Ordinal));
        var left = await RolledUpAsync();

        Assert.Equal(["NHSBT 1 1"], given.GetProperty("byOrganisation").EnumerateArray().Select(Said));
        Assert.False(given.GetProperty("figures").GetProperty("/byOrganisation/0/uses").TryGetProperty("why", out _));
        Assert.Equal(["Donors 1 1"], left.GetProperty("byOrganisation").EnumerateArray().Select(Said));
        Assert.Contains("nobody's here: 1.", Text(left.GetProperty("figures").GetProperty("/byOrganisation/0/uses"), "why"), StringComparison.Ordinal);

        async Task<JsonElement> RolledUpAsync()
        {
            await ListeningRun.SweepAsync(engine);
            return await ListeningRun.ResultsAsync(engine);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?from=2015-06-06&to=2015-06-08")]
    public async Task Results_asked_for_twice_are_the_same_while_nothing_happens(string window)
    {
        var clock = TestClock.At("2015-06-13T11:07:12.345Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine, json: WithAccounts(SampleCampaign.Json));
        await EnterAsync(engine, "followers", "100", "bluesky", "north.example", "2015-06-05");
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1", author: "early", createdAt: "2015-06-08T10:00:00Z")));

        var before = await ListeningRun.ResultsAsync(engine, window: window);
        clock.Advance(TimeSpan.FromMinutes(7));

        Assert.Equal(before.GetRawText(), (await ListeningRun.ResultsAsync(engine, window: window)).GetRawText());
    }

    [Fact]
    public async Task Organisations_are_active_that_spoke_up_or_posted_in_the_last_30_days()
    {
        var clock = TestClock.At("2015-08-20T12:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine, json: WithAccounts(SampleCampaign.Json).Replace("2015-06-21", "2015-09-30", StringComparison.Ordinal));
        await Supporting.ReplaceAsync(
            engine,
            Supporting.Organisation(id: "early", name: "Early"), Supporting.Organisation(id: "late", name: "Late"), Supporting.Organisation(id: "late", channel: "bluesky", name: "late"),
            Supporting.Organisation(id: "silent", name: "Silent"), Supporting.Entry("x", "famous", null, "Somebody", "publicFigure"));
        await Posting.PutAsync(engine, "hello", "\"mastodon\"");
        await Posting.SettleAsync(engine, "hello", DeliveryState.Published, "2015-08-01T08:00:00Z");

        var before = await ListeningRun.ResultsAsync(engine);
        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", author: "early", createdAt: "2015-06-08T10:00:00Z"), Line.Of("2", author: "late", createdAt: "2015-06-08T10:00:00Z"),
            Line.Of("3", author: "late", channel: "bluesky", createdAt: "2015-08-10T10:00:00Z"), Line.Of("4", author: "famous", createdAt: "2015-08-10T10:00:00Z")));

        var active = results.GetProperty("organisationsActive");
        // Early, Late, Silent and the two of the accounts; Late and Moor Trust were there lately.
        Assert.Equal(("5", "2", "0.4", "\"2015-07-21T13:00:00+01:00\""), (Raw(active, "listed"), Raw(active, "active"), Raw(active, "share"), Raw(active, "since")));
        Assert.Equal(("not_yet", "null"), (Text(before.GetProperty("figures").GetProperty("/organisationsActive/active"), "status"), Raw(before.GetProperty("organisationsActive"), "active")));
    }

    private static string WithAccounts(string json, string accounts = Accounts) => $"{json[..json.IndexOf("\"accounts\"", StringComparison.Ordinal)]}{accounts} }}";

    private static string Own(string id, string channel, string author, string? handle, string day, string text = "#MissingType") => JsonSerializer.Serialize(
        new { channel, id, createdAt = $"{day}T10:00:00Z", text, author = new { id = author, handle } });

    private static string Said(JsonElement one) => $"{Text(one, one.TryGetProperty("name", out _) ? "name" : "area")} {Raw(one, "mentions")} {Raw(one, "uses")}";

    private static string Part(JsonElement one) =>
        $"{Raw(one, "accounts")} {Raw(one, "uses")} {Raw(one, "postsPublished")} {Raw(one, "followersGained")} {Raw(one, "followersGainedUnknown")} {Raw(one, "entered")}";

    private static string? Text(JsonElement value, string name) => value.GetProperty(name).GetString();

    private static string Raw(JsonElement value, string name) => value.GetProperty(name).GetRawText();

    private static async Task EnterAsync(TestEngine engine, string name, string value, string channel, string account, string date, string more = "") =>
        Assert.Equal(201, (await Entering.PutAsync(engine, name, date, Entering.Json(value, $$""", "channel": "{{channel}}", "account": "{{account}}"{{more}}"""))).Status);

    private async Task<TestEngine> StartAsync()
    {
        var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, json: WithAccounts(SampleCampaign.Json));
        return engine;
    }
}
