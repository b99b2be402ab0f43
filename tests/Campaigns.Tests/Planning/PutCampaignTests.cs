using Campaigns.Planning;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Planning;

public sealed class PutCampaignTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_new_campaign_is_created_and_read_back_with_its_tag()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var put = await Put(engine, SampleCampaign.Json);
        Assert.Equal(201, put.Status);
        Assert.Equal("/api/campaigns/missing-type", put.Headers.Location);

        var got = await Get(engine);
        Assert.Equal(200, got.Status);
        Assert.Equal(put.ETag, got.ETag);
        Assert.Equal("missing-type", got.Json.GetProperty("id").GetString());
        Assert.Equal("Give blood", got.Json.GetProperty("plan").GetProperty("tell").GetString());
        Assert.Equal(304, (await Get(engine, $"If-None-Match: {got.ETag}")).Status);
    }

    [Fact]
    public async Task An_update_needs_the_current_tag()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var first = await Put(engine, SampleCampaign.Json);
        Assert.Equal(428, (await Put(engine, SampleCampaign.Json)).Status);
        Assert.Equal(412, (await Put(engine, SampleCampaign.Json, "If-None-Match: *")).Status);
        var second = await Put(engine, SampleCampaign.Json, $"If-Match: {first.ETag}");
        Assert.Equal(200, second.Status);
        Assert.Equal(412, (await Put(engine, SampleCampaign.Json, $"If-Match: {first.ETag}")).Status);
    }

    [Fact]
    public async Task What_was_read_can_be_put_back_as_it_is()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var first = await Put(engine, SampleCampaign.Json);
        Assert.Equal(200, (await Put(engine, first.Text, $"If-Match: {first.ETag}")).Status);
    }

    [Fact]
    public async Task Every_fault_is_reported_at_once_with_field_value_and_rule()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var answer = await Put(engine, """
            { "name": " ", "start": "5 June 2015", "end": "2015-06-04", "timeZone": "London", "hashtags": ["#a b", "#Blood", "#blood"],
              "plan": { "tell": "x", "colour": "red" }, "accounts": [{ "channel": "myspace", "account": "a" }], "influencerFollowers": 0, "colour": 1 }
            """);
        Assert.Equal(422, answer.Status);
        Assert.StartsWith("application/problem+json", answer.Headers.ContentType.ToString(), StringComparison.Ordinal);
        string[] fields = ["name", "start", "timeZone", "hashtags[0]", "hashtags[2]", "plan.hear", "plan.act", "plan.colour", "accounts[0].channel", "influencerFollowers", "colour"];
        Assert.Equal(fields.Order(), answer.Json.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()!).Order());
        Assert.Contains("must be an IANA time zone such as Europe/London", answer.Text, StringComparison.Ordinal);
        Assert.Contains("5 June 2015", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("{ \"name\": ", "not valid JSON")]
    [InlineData("[]", "one JSON object")]
    [InlineData("{ \"name\": \"a\", \"name\": \"b\" }", "not valid JSON")]
    public async Task A_body_that_is_not_one_object_is_a_400(string body, string says)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var answer = await Put(engine, body);
        Assert.Equal(400, answer.Status);
        Assert.Contains(says, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_is_a_400()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var answer = await Put(engine, SampleCampaign.Json.Replace("Give blood", "\\ud800", StringComparison.Ordinal));
        Assert.Equal(400, answer.Status);
        Assert.Contains("not Unicode", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_plan_in_another_script_is_kept_as_it_is_written()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var hear = new string('م', 4000);
        var document = SampleCampaign.Json.Replace("Why not", hear, StringComparison.Ordinal).Replace("Open more sessions", new string('血', 4000), StringComparison.Ordinal);
        Assert.Equal(201, (await Put(engine, document)).Status);
        Assert.Equal(hear, (await Get(engine)).Json.GetProperty("plan").GetProperty("hear").GetString());
    }

    [Fact]
    public async Task Many_accounts_and_hashtags_in_another_script_fit_into_what_is_stored()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var accounts = string.Join(',', Enumerable.Range(0, 200).Select(n => $$"""{ "channel": "x", "account": "{{new string('é', 60)}}{{n}}" }"""));
        var hashtags = string.Join(',', Enumerable.Range(0, 64).Select(n => $"\"#{new string('й', 90)}{n}\""));
        var document = SampleCampaign.Json[..SampleCampaign.Json.IndexOf("\"accounts\"", StringComparison.Ordinal)] + $"\"accounts\": [{accounts}] }}";
        Assert.Equal(201, (await Put(engine, document.Replace("\"#MissingType\", \"#NationalBloodWeek\"", hashtags, StringComparison.Ordinal))).Status);
    }

    [Theory]
    [InlineData("9999-12-30", "9999-12-31")]
    [InlineData("0001-01-01", "0001-01-02")]
    public async Task A_campaign_at_the_end_of_time_is_refused(string start, string end)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var answer = await Put(engine, SampleCampaign.Json.Replace("2015-06-05", start, StringComparison.Ordinal).Replace("2015-06-21", end, StringComparison.Ordinal));
        Assert.Contains("must be from 2000 to 2199", Assert.Single(answer.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_that_is_off_by_half_an_hour_is_refused_with_the_reason()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var answer = await Put(engine, SampleCampaign.Json.Replace("Europe/London", "Asia/Kolkata", StringComparison.Ordinal));
        Assert.Contains("only zones with whole-hour offsets", Assert.Single(answer.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_whose_features_are_not_built_yet_are_stored_and_answered_with_a_warning()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var answer = await Put(engine, SampleCampaign.Json.Replace("\"accounts\"", "\"retentionDays\": 30, \"nation\": \"england\", \"accounts\"", StringComparison.Ordinal));
        Assert.Equal(["nation"], answer.Json.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("field").GetString()!));
        Assert.Equal(30, (await Get(engine)).Json.GetProperty("retentionDays").GetInt32());
    }

    [Theory]
    [InlineData("", "2015-09-20T00:00:00+01:00")]
    [InlineData("\"retentionDays\": 1, ", "2015-06-23T00:00:00+01:00")]
    [InlineData("\"retentionDays\": 200, ", "2016-01-08T00:00:00+00:00")]
    public async Task Retention_ends_so_many_local_days_after_the_end_whatever_the_clocks_do(string days, string ends)
    {
        await using var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-01T12:00:00Z"));
        var answer = await Put(engine, SampleCampaign.Json.Replace("\"accounts\"", days + "\"accounts\"", StringComparison.Ordinal));
        Assert.Equal(ends, answer.Json.GetProperty("retentionEndsAt").GetString());
    }

    [Fact]
    public async Task A_campaign_that_is_put_after_its_end_is_kept_from_then_on()
    {
        await using var engine = await TestEngine.StartAsync(azurite, TestClock.At("2024-01-01T12:00:00Z"));
        Assert.Equal("2024-03-31T12:00:00+01:00", (await Put(engine, SampleCampaign.Json)).Json.GetProperty("retentionEndsAt").GetString());
    }

    [Fact]
    public async Task An_archived_campaign_is_kept_from_when_it_was_archived_if_that_was_before_its_end()
    {
        var clock = TestClock.At("2015-06-10T12:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        var campaign = await SampleCampaign.PutAsync(engine);
        var delete = Call.Request(engine, "DELETE", "/api/campaigns/missing-type");

        Assert.Equal(204, (await Call.AnswerAsync(delete, engine.Function<DeleteCampaign>().Run(delete, "missing-type", default))).Status);
        var archived = await Get(engine);
        Assert.Equal("2015-09-08T13:00:00+01:00", archived.Json.GetProperty("retentionEndsAt").GetString());
        Assert.Equal("2015-09-20T00:00:00+01:00", (await Put(engine, SampleCampaign.Json, $"If-Match: {archived.ETag}")).Json.GetProperty("retentionEndsAt").GetString());
        Assert.Equal(90, campaign.RetentionDays);
    }

    [Fact]
    public async Task A_campaign_whose_retention_is_over_changes_no_more()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await engine.Get<CampaignTable>().UpdateAsync(campaign with { ClosedAt = campaign.EndsAt.ToDateTimeOffset() }, default);
        var closed = await Get(engine);

        var answer = await Put(engine, SampleCampaign.Json, $"If-Match: {closed.ETag}");

        Assert.Equal(409, answer.Status);
        Assert.Contains("is over: its counting was closed", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("2015-06-21T23:00:00+00:00", closed.Json.GetProperty("closedAt").GetString());
    }

    [Fact]
    public async Task A_hashtag_keeps_its_number_when_it_leaves_the_plan_and_comes_back()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var first = await Put(engine, SampleCampaign.Json);
        var second = await Put(engine, SampleCampaign.Json.Replace("\"#MissingType\", ", "\"#GiveBlood\", ", StringComparison.Ordinal), $"If-Match: {first.ETag}");
        Assert.Equal(200, (await Put(engine, SampleCampaign.Json, $"If-Match: {second.ETag}")).Status);
        Assert.True(CampaignId.TryParse("missing-type", out var id));
        var campaign = (await engine.Get<CampaignTable>().FindAsync(id, default))!;
        Assert.Equal(["missingtype:0", "nationalbloodweek:1"], campaign.Hashtags.Select(tag => $"{tag.Tag.Folded}:{tag.Number}"));
        Assert.Equal(["missingtype:0", "nationalbloodweek:1", "giveblood:2"], campaign.HashtagsEver.Select(tag => $"{tag.Tag.Folded}:{tag.Number}"));
    }

    [Fact]
    public async Task A_summer_campaign_in_London_starts_at_23_hours_UTC()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        Assert.Equal("2015-06-04T23:00:00Z", campaign.StartsAt.ToString());
        Assert.Equal("2015-06-21T23:00:00Z", campaign.EndsAt.ToString());
    }

    private static async Task<Answer> Put(TestEngine engine, string body, params string[] headers)
    {
        var request = Call.Request(engine, "PUT", "/api/campaigns/missing-type", body, headers);
        return await Call.AnswerAsync(request, engine.Function<PutCampaign>().Run(request, "missing-type", default));
    }

    private static async Task<Answer> Get(TestEngine engine, params string[] headers)
    {
        var request = Call.Request(engine, "GET", "/api/campaigns/missing-type", null, headers);
        return await Call.AnswerAsync(request, engine.Function<GetCampaign>().Run(request, "missing-type", default));
    }
}
