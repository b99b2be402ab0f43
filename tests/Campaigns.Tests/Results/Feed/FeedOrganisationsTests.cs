using Campaigns.Tests.Listening;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Feed;

/// <summary>Power BI takes two spellings for one key, and a key that stands twice in a dimension ends its refresh.</summary>
public sealed class FeedOrganisationsTests(AzuriteFixture azurite)
{
    private const string Accounts = """
        "accounts": [{ "channel": "bluesky", "account": "one.example", "organisation": { "name": "NHS Blood and Transplant" } },
                     { "channel": "bluesky", "account": "two.example", "organisation": { "name": " NHS Blood And Transplant ", "area": "England" } },
                     { "channel": "bluesky", "account": "three.example", "organisation": { "ods": "rx1", "name": "Moor Trust" } },
                     { "channel": "bluesky", "account": "four.example", "organisation": { "ods": "RX1", "name": "MOOR TRUST" } }] }
        """;

    [Fact]
    public async Task An_organisation_in_several_spellings_is_one_row_as_it_is_one_of_the_results()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var json = SampleCampaign.Json[..SampleCampaign.Json.IndexOf("\"accounts\"", StringComparison.Ordinal)] + Accounts;
        await SampleCampaign.PutAsync(engine, json: json);
        await SampleCampaign.PutAsync(engine, "next-year", json.Replace("NHS Blood and Transplant", "nhs blood and transplant", StringComparison.Ordinal));
        var feed = await FeedClient.StartAsync(engine);

        var organisations = await feed.AllAsync("/api/odata/Organisations");
        var accounts = await feed.AllAsync("/api/odata/Accounts");

        Assert.Equal(2, (await ListeningRun.ResultsAsync(engine)).GetProperty("byOrganisation").GetArrayLength());
        Assert.Equal([("nhs blood and transplant", null, "NHS Blood and Transplant", "England"), ("rx1", "rx1", "Moor Trust", null)], organisations.Select(row => (row["organisationKey"], row["ods"], row["name"], row["area"])));
        Assert.All(accounts, account => Assert.Single(organisations, organisation => organisation["organisationKey"]!.Equals(account["organisationKey"])));
    }
}
