using System.Globalization;
using Campaigns.Planning;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Planning;

public sealed class PutRetentionTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("2015-06-05", "2015-07-11T22:59:59Z", 90, 20, "2015-06-21", 200, null, null)]
    [InlineData("2015-06-05", "2015-07-11T23:00:00Z", 90, 20, "2015-06-21", 422, "retentionDays", "20")]
    [InlineData("2015-06-05", "2015-07-11T22:59:59Z", 20, 20, "2015-06-20", 422, "end", "2015-06-20")]
    [InlineData("2015-06-05", "2015-07-11T22:59:59Z", 20, 21, "2015-06-20", 200, null, null)]
    // Put years after its end, it is kept from then on: for five days here.
    [InlineData("2024-01-01", "2024-01-06T11:59:59Z", 90, 5, "2015-06-20", 200, null, null)]
    [InlineData("2024-01-01", "2024-01-06T12:00:00Z", 90, 5, "2015-06-21", 422, "retentionDays", "5")]
    public async Task A_change_that_would_end_the_retention_at_once_is_refused(
        string put, string changed, int before, int after, string end, int status, string? field, string? value)
    {
        var clock = TestClock.At(put + "T12:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        var first = await SampleCampaign.AskAsync(engine, Document(before, "2015-06-21"));
        Assert.Equal(201, first.Status);
        clock.Set(DateTimeOffset.Parse(changed, CultureInfo.InvariantCulture));

        var answer = await SampleCampaign.AskAsync(engine, Document(after, end), $"If-Match: {first.ETag}");

        Assert.Equal(status, answer.Status);
        if (status == 422)
        {
            var fault = Assert.Single(answer.Json.GetProperty("faults").EnumerateArray());
            Assert.Equal((field, value), (fault.GetProperty("field").GetString(), fault.GetProperty("value").GetString()));
            Assert.StartsWith("must leave the retention an end after now", fault.GetProperty("rule").GetString(), StringComparison.Ordinal);
            // Nothing was changed.
            Assert.Equal(200, (await SampleCampaign.AskAsync(engine, Document(before, "2015-06-21"), $"If-Match: {first.ETag}")).Status);
        }
    }

    [Theory]
    [InlineData("", "2015-09-20T00:00:00+01:00")]
    [InlineData("\"retentionDays\": 1, ", "2015-06-23T00:00:00+01:00")]
    [InlineData("\"retentionDays\": 200, ", "2016-01-08T00:00:00+00:00")]
    public async Task Retention_ends_so_many_local_days_after_the_end_whatever_the_clocks_do(string days, string ends)
    {
        await using var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-01T12:00:00Z"));
        var answer = await SampleCampaign.AskAsync(engine, SampleCampaign.Json.Replace("\"accounts\"", days + "\"accounts\"", StringComparison.Ordinal));
        Assert.Equal(ends, answer.Json.GetProperty("retentionEndsAt").GetString());
    }

    [Fact]
    public async Task A_campaign_that_is_put_after_its_end_is_kept_from_then_on()
    {
        await using var engine = await TestEngine.StartAsync(azurite, TestClock.At("2024-01-01T12:00:00Z"));
        Assert.Equal("2024-03-31T12:00:00+01:00", (await SampleCampaign.AskAsync(engine)).Json.GetProperty("retentionEndsAt").GetString());
    }

    [Fact]
    public async Task An_archived_campaign_is_kept_from_when_it_was_archived_if_that_was_before_its_end()
    {
        var clock = TestClock.At("2015-06-10T12:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        var campaign = await SampleCampaign.PutAsync(engine);
        var delete = Call.Request(engine, "DELETE", "/api/campaigns/missing-type");

        Assert.Equal(204, (await Call.AnswerAsync(delete, engine.Function<DeleteCampaign>().Run(delete, "missing-type", default))).Status);
        var archived = await SampleCampaign.GetAsync(engine);
        Assert.Equal("2015-09-08T13:00:00+01:00", archived.Json.GetProperty("retentionEndsAt").GetString());
        Assert.Equal("2015-09-20T00:00:00+01:00", (await SampleCampaign.AskAsync(engine, SampleCampaign.Json, $"If-Match: {archived.ETag}")).Json.GetProperty("retentionEndsAt").GetString());
        Assert.Equal(90, campaign.RetentionDays);
    }

    [Fact]
    public async Task A_campaign_whose_retention_is_over_changes_no_more()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await engine.Get<CampaignTable>().UpdateAsync(campaign with { ClosedAt = campaign.EndsAt.ToDateTimeOffset() }, default);
        var closed = await SampleCampaign.GetAsync(engine);

        var answer = await SampleCampaign.AskAsync(engine, SampleCampaign.Json, $"If-Match: {closed.ETag}");

        Assert.Equal(409, answer.Status);
        Assert.Contains("is over: its counting was closed", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("2015-06-21T23:00:00+00:00", closed.Json.GetProperty("closedAt").GetString());
    }

    private static string Document(int days, string end) => SampleCampaign.Json
        .Replace("2015-06-21", end, StringComparison.Ordinal)
        .Replace("\"accounts\"", string.Create(CultureInfo.InvariantCulture, $"\"retentionDays\": {days}, \"accounts\""), StringComparison.Ordinal);
}
