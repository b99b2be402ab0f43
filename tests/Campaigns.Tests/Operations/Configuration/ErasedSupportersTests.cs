using System.Text.Json.Nodes;
using Campaigns.Planning;
using Campaigns.Tests.Listening.Erasures;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Operations.Configuration;

/// <summary>Who was erased does not come back with a configuration that is older.</summary>
public sealed class ErasedSupportersTests(AzuriteFixture azurite)
{
    private static TestClock Clock => TestClock.At("2015-06-08T08:00:00Z");

    [Fact]
    public async Task Whoever_was_erased_is_told_with_the_place_in_the_document_before_anything_is_written()
    {
        await using var engine = await TestEngine.StartAsync(azurite, Clock);
        await ConfigurationTests.FillAsync(engine);
        var document = (await ConfigurationTests.ExportAsync(engine)).Text;
        await using var other = await TestEngine.StartAsync(azurite, Clock, settings: Erasing.WithoutWaits);
        var campaign = JsonNode.Parse(document)!["campaigns"]![2]!["campaign"]!.AsObject();
        campaign.Remove("compareWith");
        await SampleCampaign.PutAsync(other, "missing-type", campaign.ToJsonString());
        await Erasing.EraseAsync(other, "7");

        var answer = await ConfigurationTests.ImportAsync(other, document);

        Assert.Equal(("campaigns[2].supporters[1]", 422), (answer.Json.GetProperty("faults")[0].GetProperty("field").GetString(), answer.Status));
        Assert.Single(await other.Get<CampaignTable>().ListAsync(null, default).ToListAsync());
    }
}
