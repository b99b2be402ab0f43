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
        var put = await SampleCampaign.AskAsync(engine);
        Assert.Equal(201, put.Status);
        Assert.Equal("/api/campaigns/missing-type", put.Headers.Location);

        var got = await SampleCampaign.GetAsync(engine);
        Assert.Equal(200, got.Status);
        Assert.Equal(put.ETag, got.ETag);
        Assert.Equal("missing-type", got.Json.GetProperty("id").GetString());
        Assert.Equal("Give blood", got.Json.GetProperty("plan").GetProperty("tell").GetString());
        Assert.Equal(304, (await SampleCampaign.GetAsync(engine, $"If-None-Match: {got.ETag}")).Status);
    }

    [Fact]
    public async Task An_update_needs_the_current_tag()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var first = await SampleCampaign.AskAsync(engine);
        Assert.Equal(428, (await SampleCampaign.AskAsync(engine)).Status);
        Assert.Equal(412, (await SampleCampaign.AskAsync(engine, SampleCampaign.Json, "If-None-Match: *")).Status);
        var second = await SampleCampaign.AskAsync(engine, SampleCampaign.Json, $"If-Match: {first.ETag}");
        Assert.Equal(200, second.Status);
        Assert.Equal(412, (await SampleCampaign.AskAsync(engine, SampleCampaign.Json, $"If-Match: {first.ETag}")).Status);
    }

    [Fact]
    public async Task What_was_read_can_be_put_back_as_it_is()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var first = await SampleCampaign.AskAsync(engine);
        Assert.Equal(200, (await SampleCampaign.AskAsync(engine, first.Text, $"If-Match: {first.ETag}")).Status);
    }

    [Theory]
    [InlineData("https://blog.example/feed", null)]
    [InlineData("http://blog.example/feed", "must be an https address")]
    [InlineData("https://10.0.0.1/feed", "must be a public address")]
    [InlineData("https://[::ffff:169.254.169.254]/feed", "must be a public address")]
    [InlineData("https://me:pass@blog.example/feed", "must not carry a user name or password")]
    [InlineData("https://blog.example:8443/feed", "must have no port, or one of 443")]
    [InlineData("feed", "must be an absolute https address")]
    public async Task A_feed_that_the_engine_would_not_call_is_refused_when_it_is_put(string address, string? rule)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var answer = await SampleCampaign.AskAsync(engine, SampleCampaign.Json.TrimEnd()[..^1] + $$""", "listening": { "feeds": ["{{address}}"] } }""");

        Assert.Equal(rule is null ? [] : [$"listening.feeds[0]: {rule}"], answer.Status == 201 ? [] : answer.Faults);
    }

    [Theory]
    [InlineData(20, 50, 201)]
    [InlineData(21, 50, 422)]
    public async Task The_feeds_of_a_plan_are_so_many_searches_at_most(int feeds, int hashtags, int status)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var json = SampleCampaign.Json.TrimEnd()[..^1].Replace("\"#MissingType\", \"#NationalBloodWeek\"", string.Join(", ", Enumerable.Range(0, hashtags).Select(number => $"\"#Tag{number}\"")), StringComparison.Ordinal)
            + $$""", "listening": { "feeds": [{{string.Join(", ", Enumerable.Range(0, feeds).Select(number => $"\"https://blog.example/{number}\""))}}] } }""";
        var answer = await SampleCampaign.AskAsync(engine, json);

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 201 ? [] : ["listening.feeds: must be at most 1000 searches: each feed is searched for each hashtag"], status == 201 ? [] : answer.Faults);
    }

    [Fact]
    public async Task Every_fault_is_reported_at_once_with_field_value_and_rule()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var answer = await SampleCampaign.AskAsync(engine, """
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
        var answer = await SampleCampaign.AskAsync(engine, body);
        Assert.Equal(400, answer.Status);
        Assert.Contains(says, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_is_a_400()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var answer = await SampleCampaign.AskAsync(engine, SampleCampaign.Json.Replace("Give blood", "\\ud800", StringComparison.Ordinal));
        Assert.Equal(400, answer.Status);
        Assert.Contains("not Unicode", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_plan_in_another_script_is_kept_as_it_is_written()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var hear = new string('م', 4000);
        var document = SampleCampaign.Json.Replace("Why not", hear, StringComparison.Ordinal).Replace("Open more sessions", new string('血', 4000), StringComparison.Ordinal);
        Assert.Equal(201, (await SampleCampaign.AskAsync(engine, document)).Status);
        Assert.Equal(hear, (await SampleCampaign.GetAsync(engine)).Json.GetProperty("plan").GetProperty("hear").GetString());
    }

    [Fact]
    public async Task Many_accounts_and_hashtags_in_another_script_fit_into_what_is_stored()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var accounts = string.Join(',', Enumerable.Range(0, 200).Select(n => $$"""{ "channel": "x", "account": "{{new string('é', 60)}}{{n}}" }"""));
        var hashtags = string.Join(',', Enumerable.Range(0, 64).Select(n => $"\"#{new string('й', 90)}{n}\""));
        var document = SampleCampaign.Json[..SampleCampaign.Json.IndexOf("\"accounts\"", StringComparison.Ordinal)] + $"\"accounts\": [{accounts}] }}";
        Assert.Equal(201, (await SampleCampaign.AskAsync(engine, document.Replace("\"#MissingType\", \"#NationalBloodWeek\"", hashtags, StringComparison.Ordinal))).Status);
    }

    [Theory]
    [InlineData("9999-12-30", "9999-12-31")]
    [InlineData("0001-01-01", "0001-01-02")]
    public async Task A_campaign_at_the_end_of_time_is_refused(string start, string end)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var answer = await SampleCampaign.AskAsync(engine, SampleCampaign.Json.Replace("2015-06-05", start, StringComparison.Ordinal).Replace("2015-06-21", end, StringComparison.Ordinal));
        Assert.Contains("must be from 2000 to 2199", Assert.Single(answer.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_that_is_off_by_half_an_hour_is_refused_with_the_reason()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var answer = await SampleCampaign.AskAsync(engine, SampleCampaign.Json.Replace("Europe/London", "Asia/Kolkata", StringComparison.Ordinal));
        Assert.Contains("only zones with whole-hour offsets", Assert.Single(answer.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_whose_features_are_not_built_yet_are_stored_and_answered_with_a_warning()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var answer = await SampleCampaign.AskAsync(engine, SampleCampaign.Json.Replace("\"accounts\"", "\"retentionDays\": 30, \"nation\": \"england\", \"accounts\"", StringComparison.Ordinal));
        Assert.Equal(["nation"], answer.Json.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("field").GetString()!));
        Assert.Equal(30, (await SampleCampaign.GetAsync(engine)).Json.GetProperty("retentionDays").GetInt32());
    }

    [Fact]
    public async Task A_hashtag_keeps_its_number_when_it_leaves_the_plan_and_comes_back()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var first = await SampleCampaign.AskAsync(engine);
        var second = await SampleCampaign.AskAsync(engine, SampleCampaign.Json.Replace("\"#MissingType\", ", "\"#GiveBlood\", ", StringComparison.Ordinal), $"If-Match: {first.ETag}");
        Assert.Equal(200, (await SampleCampaign.AskAsync(engine, SampleCampaign.Json, $"If-Match: {second.ETag}")).Status);
        var campaign = (await engine.Get<CampaignTable>().FindAsync("missing-type", default))!;
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
}
