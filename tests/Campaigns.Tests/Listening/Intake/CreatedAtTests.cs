using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Intake;

public sealed class CreatedAtTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task One_id_with_times_on_two_sides_of_an_hour_is_two_mentions_and_within_an_hour_one()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", createdAt: "2015-06-08T10:59:59Z"), Line.Of("1", createdAt: "2015-06-08T11:00:00Z"),
            Line.Of("2", createdAt: "2015-06-08T11:00:00Z"), Line.Of("2", createdAt: "2015-06-08T11:59:59Z")));

        Assert.Equal(3, results.GetProperty("mentions").GetInt32());
    }
}
