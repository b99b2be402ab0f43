using Campaigns.Local.Functions.Worker.Hosting;
using Campaigns.Local.Functions.Worker.Settings;

namespace Local.Tests.Functions.Worker.Settings;

public sealed class StorageConnectionsTests
{
    [Theory]
    [InlineData("AzureWebJobsStorage__accountName", "nhscampaigns", "https://nhscampaigns.queue.core.windows.net/")]
    [InlineData("AzureWebJobsStorage__queueServiceUri", "https://queues.example/", "https://queues.example/")]
    [InlineData("AzureWebJobsStorage", "UseDevelopmentStorage=true", "http://127.0.0.1:10001/devstoreaccount1")]
    public void An_account_is_found_by_name_address_or_connection_string(string setting, string value, string address) =>
        Assert.Equal(address, Connections(setting, value).Queues("AzureWebJobsStorage").Uri.ToString());

    [Theory]
    [InlineData("Archive")]
    [InlineData("AzureWebJobsArchive")]
    [InlineData("ConnectionStrings__Archive")]
    public void A_connection_of_its_own_is_found_under_the_names_that_Azure_tries(string setting) =>
        Assert.Equal("http://127.0.0.1:10002/devstoreaccount1", Connections(setting, "UseDevelopmentStorage=true").Tables("Archive").Uri.ToString().TrimEnd('/'));

    [Fact]
    public void A_connection_string_that_cannot_be_read_is_refused_without_being_shown()
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Connections("AzureWebJobsStorage", "AccountKey=secret").Queues("AzureWebJobsStorage"));
        Assert.Contains("AzureWebJobsStorage", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    private static StorageConnections Connections(string setting, string value) =>
        new(new AppSettings(new Dictionary<string, string?>(), new Dictionary<string, string?> { [setting] = value }));
}
