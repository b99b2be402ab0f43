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
        var first = await PutAsync(engine, Document(before, "2015-06-21"));
        Assert.Equal(201, first.Status);
        clock.Set(DateTimeOffset.Parse(changed, CultureInfo.InvariantCulture));

        var answer = await PutAsync(engine, Document(after, end), $"If-Match: {first.ETag}");

        Assert.Equal(status, answer.Status);
        if (status == 422)
        {
            var fault = Assert.Single(answer.Json.GetProperty("faults").EnumerateArray());
            Assert.Equal((field, value), (fault.GetProperty("field").GetString(), fault.GetProperty("value").GetString()));
            Assert.StartsWith("must leave the retention an end after now", fault.GetProperty("rule").GetString(), StringComparison.Ordinal);
            // Nothing was changed.
            Assert.Equal(200, (await PutAsync(engine, Document(before, "2015-06-21"), $"If-Match: {first.ETag}")).Status);
        }
    }

    private static string Document(int days, string end) => SampleCampaign.Json
        .Replace("2015-06-21", end, StringComparison.Ordinal)
        .Replace("\"accounts\"", string.Create(CultureInfo.InvariantCulture, $"\"retentionDays\": {days}, \"accounts\""), StringComparison.Ordinal);

    private static async Task<Answer> PutAsync(TestEngine engine, string body, params string[] headers)
    {
        var request = Call.Request(engine, "PUT", "/api/campaigns/missing-type", body, headers);
        return await Call.AnswerAsync(request, engine.Function<PutCampaign>().Run(request, "missing-type", default));
    }
}
