using System.Text.Json;
using Campaigns.Planning;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Reported;

public sealed class PutFigureTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_figure_is_created_where_its_address_says_and_read_back_with_its_tag()
    {
        await using var engine = await StartAsync();
        var put = await Entering.PutAsync(engine, "people-engaged", "2015-06-21", Entering.Engaged);

        Assert.True(put.Status == 201, put.Text);
        Assert.Equal("/api/campaigns/missing-type/figures/people-engaged/2015-06-21?channel=facebook&account=NHSBT&scope=page", put.Headers.Location);
        var got = await Entering.GetAsync(engine, "people-engaged", "2015-06-21");
        Assert.Equal((200, put.ETag), (got.Status, got.ETag));
        Assert.Equal(("478480", "value", "people", 1), (got.Json.GetProperty("value").GetRawText(), Text(got, "status"), Text(got, "unit"), got.Json.GetProperty("versions").GetArrayLength()));
        Assert.Equal(304, (await Entering.GetAsync(engine, "people-engaged", "2015-06-21", "", $"If-None-Match: {got.ETag}")).Status);
        Assert.Equal(404, (await Entering.GetAsync(engine, "people-engaged", "2015-06-20")).Status);
        Assert.Equal(404, (await Entering.GetAsync(engine, "people-engaged", "2015-06-21", "?channel=x")).Status);
    }

    [Fact]
    public async Task An_update_needs_the_current_tag_and_what_was_read_can_be_put_back()
    {
        await using var engine = await StartAsync();
        var first = await Entering.PutAsync(engine, "leaflets", "2015-06-10", Entering.Json("1000"));

        Assert.Equal(428, (await Entering.PutAsync(engine, "leaflets", "2015-06-10", Entering.Json("1100"))).Status);
        Assert.Equal(412, (await Entering.PutAsync(engine, "leaflets", "2015-06-10", Entering.Json("1100"), "", "If-None-Match: *")).Status);
        Assert.Equal(412, (await Entering.PutAsync(engine, "leaflets", "2015-06-11", Entering.Json("1100"), "", "If-Match: \"x\"")).Status);
        var second = await Entering.PutAsync(engine, "leaflets", "2015-06-10", Entering.Json("1100"), "", $"If-Match: {first.ETag}");
        Assert.Equal((200, 2), (second.Status, second.Json.GetProperty("version").GetInt32()));
        Assert.Equal(412, (await Entering.PutAsync(engine, "leaflets", "2015-06-10", Entering.Json("1200"), "", $"If-Match: {first.ETag}")).Status);

        var read = await Entering.GetAsync(engine, "leaflets", "2015-06-10");
        var back = await Entering.PutAsync(engine, "leaflets", "2015-06-10", read.Text, "", $"If-Match: {read.ETag}");
        Assert.Equal((200, read.ETag, 2), (back.Status, back.ETag, back.Json.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task Everything_that_was_said_stays_readable_also_of_what_was_withdrawn()
    {
        await using var engine = await StartAsync(TestClock.At("2015-06-22T08:00:00Z"));
        var tag = (await Entering.PutAsync(engine, "leaflets", "2015-06-10", Entering.Json("1000"))).ETag;
        tag = (await Entering.PutAsync(engine, "leaflets", "2015-06-10", Entering.Json("null", ", \"status\": \"not_permitted\""), "", $"If-Match: {tag}")).ETag;
        Assert.Equal(412, (await Entering.DeleteAsync(engine, "leaflets", "2015-06-10", "", "If-Match: \"x\"")).Status);
        Assert.Equal(204, (await Entering.DeleteAsync(engine, "leaflets", "2015-06-10", "", $"If-Match: {tag}")).Status);
        Assert.Equal(204, (await Entering.DeleteAsync(engine, "leaflets", "2015-06-10")).Status);

        var got = await Entering.GetAsync(engine, "leaflets", "2015-06-10");
        Assert.True(got.Json.GetProperty("withdrawn").GetBoolean());
        Assert.Equal(
            ["1 1000 value False", "2 null not_permitted False", "3 null not_permitted True"],
            got.Json.GetProperty("versions").EnumerateArray().Select(version =>
                $"{version.GetProperty("version")} {version.GetProperty("value").GetRawText()} {version.GetProperty("status").GetString()} {version.GetProperty("withdrawn").GetBoolean()}"));
        Assert.Empty((await Entering.ListAsync(engine)).Json.GetProperty("items").EnumerateArray());
        Assert.Single((await Entering.ListAsync(engine, "?withdrawn=true")).Json.GetProperty("items").EnumerateArray());

        var again = await Entering.PutAsync(engine, "leaflets", "2015-06-10", Entering.Json("1200"), "", $"If-Match: {got.ETag}");
        Assert.Equal((200, 4, false), (again.Status, again.Json.GetProperty("version").GetInt32(), again.Json.GetProperty("withdrawn").GetBoolean()));
    }

    [Fact]
    public async Task Every_fault_is_reported_at_once_with_field_value_and_rule()
    {
        await using var engine = await StartAsync();
        var answer = await Entering.PutAsync(engine, "uses", "21 June", """
            { "value": "many", "status": "value", "definition": " ", "unit": 5, "reportedBy": "jane.smith@example.org", "channel": "fax", "account": " x", "scope": "everybody", "colour": "red" }
            """);

        Assert.Equal(422, answer.Status);
        Assert.Equal(
            ["account", "channel", "colour", "date", "definition", "name", "reportedBy", "scope", "source", "unit", "value"],
            answer.Json.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()!).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("jane", answer.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("digital team, NHS Blood and Transplant", 201)]
    [InlineData("communications officer", 201)]
    [InlineData("NHSBT", 201)]
    [InlineData("Leeds Teaching Hospitals NHS Trust, engagement lead", 201)]
    [InlineData("0113 496 0123", 422)]
    [InlineData("@janesmith", 422)]
    [InlineData("My name is Jane Smith", 422)]
    public async Task Who_says_so_is_a_role_or_an_organisation(string who, int status)
    {
        await using var engine = await StartAsync();
        var answer = await Entering.PutAsync(engine, "leaflets", "2015-06-10", Entering.Json("1").Replace("campaign office", who, StringComparison.Ordinal));

        Assert.True(status == answer.Status, answer.Text);
    }

    [Theory]
    [InlineData("2015-06-10", "-0.123456", 201)]
    [InlineData("2015-06-10", "0.1234567", 422)]
    [InlineData("2015-06-10", "1e15", 201)]
    [InlineData("2015-06-10", "1000000000000001", 422)]
    [InlineData("2015-06-10", "1e400", 422)]
    [InlineData("2014-01-01", "1", 201)]
    [InlineData("1999-12-31", "1", 422)]
    [InlineData("2015-06-22", "1", 201)]
    [InlineData("2015-06-23", "1", 422)]
    public async Task A_value_has_six_decimals_at_most_and_its_day_is_not_in_the_future(string date, string value, int status)
    {
        // In London it is the 22nd already.
        await using var engine = await StartAsync(TestClock.At("2015-06-21T23:30:00Z"));
        Assert.Equal(status, (await Entering.PutAsync(engine, "leaflets", date, Entering.Json(value))).Status);
    }

    [Fact]
    public async Task A_value_must_be_said_to_be_unknown_and_then_says_why()
    {
        await using var engine = await StartAsync();

        Assert.Equal(["value: is required"], (await Entering.PutAsync(engine, "leaflets", "2015-06-10", Entering.Json("1").Replace("\"value\": 1,", "", StringComparison.Ordinal))).Faults);
        Assert.Equal("not_offered", Text(await Entering.PutAsync(engine, "leaflets", "2015-06-10", Entering.Json("null")), "status"));
        Assert.Equal("suppressed", Text(await Entering.PutAsync(engine, "leaflets", "2015-06-11", Entering.Json("null", ", \"status\": \"suppressed\"")), "status"));
        Assert.Equal(422, (await Entering.PutAsync(engine, "leaflets", "2015-06-12", Entering.Json("null", ", \"status\": \"value\""))).Status);
        Assert.Equal(422, (await Entering.PutAsync(engine, "leaflets", "2015-06-12", Entering.Json("5", ", \"status\": \"failed\""))).Status);
    }

    [Fact]
    public async Task Figures_of_one_day_are_told_apart_by_channel_account_and_scope()
    {
        await using var engine = await StartAsync();
        foreach (var query in new[] { "", "?channel=facebook", "?channel=facebook&account=NHSBT", "?channel=facebook&account=NHSBT&scope=paid" })
        {
            Assert.Equal(201, (await Entering.PutAsync(engine, "views", "2015-06-10", Entering.Json("1"), query)).Status);
        }

        Assert.Equal(428, (await Entering.PutAsync(engine, "views", "2015-06-10", Entering.Json("2", ", \"channel\": \"facebook\", \"account\": \"@nhsbt\""))).Status);
        Assert.Equal(422, (await Entering.PutAsync(engine, "views", "2015-06-10", Entering.Json("2", ", \"channel\": \"facebook\""), "?channel=x")).Status);
        Assert.Equal(422, (await Entering.PutAsync(engine, "followers", "2015-06-10", Entering.Json("2"))).Status);
        Assert.Equal(JsonValueKind.Null, (await Entering.GetAsync(engine, "views", "2015-06-10")).Json.GetProperty("channel").ValueKind);
        Assert.Equal("paid", Text(await Entering.GetAsync(engine, "views", "2015-06-10", "?scope=paid"), "scope"));
        Assert.Equal(422, (await Entering.GetAsync(engine, "views", "2015-06-10", "?account=nhsbt")).Status);
        Assert.Equal(200, (await Entering.GetAsync(engine, "views", "2015-06-10", "?channel=facebook&account=nhsbt")).Status);
    }

    [Fact]
    public async Task The_list_goes_page_by_page_without_losing_or_repeating_one()
    {
        await using var engine = await StartAsync();
        for (var day = 1; day <= 7; day++)
        {
            await Entering.PutAsync(engine, day % 2 == 0 ? "a" : "a-b", $"2015-06-0{day}", Entering.Json($"{day}"));
        }

        var (seen, after) = (new List<string>(), "");
        do
        {
            var page = (await Entering.ListAsync(engine, $"?limit=3{after}")).Json;
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("name").GetString()} {item.GetProperty("date").GetString()}"));
            after = page.GetProperty("next").GetString() is { } next ? $"&after={Uri.EscapeDataString(next)}" : "";
        }
        while (after.Length > 0);

        Assert.Equal((7, 7), (seen.Count, seen.Distinct().Count()));
        Assert.Equal(404, (await Entering.ListAsync(engine, campaign: "none")).Status);
        Assert.Equal(422, (await Entering.ListAsync(engine, "?limit=0")).Status);
    }

    [Fact]
    public async Task A_campaign_whose_retention_is_over_takes_no_more()
    {
        await using var engine = await StartAsync();
        var campaign = (await engine.Get<CampaignTable>().FindAsync(CampaignId.TryParse("missing-type", out var id) ? id : default, default))!;
        await engine.Get<CampaignTable>().UpdateAsync(campaign with { ClosedAt = DateTimeOffset.UnixEpoch }, default);

        Assert.Equal(409, (await Entering.PutAsync(engine, "leaflets", "2015-06-10", Entering.Json("1"))).Status);
        Assert.Equal(409, (await Entering.DeleteAsync(engine, "leaflets", "2015-06-10")).Status);
    }

    [Fact]
    public async Task Of_writers_at_the_same_moment_one_creates_and_no_version_is_lost()
    {
        await using var engine = await StartAsync();
        var puts = await Task.WhenAll(Enumerable.Range(0, 8).Select(value => Entering.PutAsync(engine, "leaflets", "2015-06-10", Entering.Json($"{value}"))));

        Assert.Single(puts, put => put.Status == 201);
        Assert.All(puts, put => Assert.True(put.Status is 201 or 412 or 428, put.Text));
        Assert.Single((await Entering.GetAsync(engine, "leaflets", "2015-06-10")).Json.GetProperty("versions").EnumerateArray());
    }

    private static string? Text(Answer answer, string name) => answer.Json.GetProperty(name).GetString();

    private async Task<TestEngine> StartAsync(TimeProvider? clock = null)
    {
        var engine = await TestEngine.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine);
        return engine;
    }
}
