using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Azure.Data.Tables;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

[Collection(EngineTests.Name)]
public sealed class EnteredFiguresTests(AzuriteFixture azurite)
{
    private const string Engaged = """
        { "value": 478480, "unit": "people", "definition": "People who did something with a post, each once", "source": "Facebook Insights",
          "reportedBy": "digital team", "channel": "facebook", "account": "Give blood & more", "scope": "page" }
        """;

    [Fact]
    public async Task A_figure_is_entered_read_at_its_location_changed_and_withdrawn_over_HTTP()
    {
        var storage = new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix());
        await using var engine = await EngineProcess.StartAsync(storage);
        await engine.CreateAsync("api/campaigns/give-blood", SampleCampaign.Json.Replace(
            "\"plan\"", """ "objectives": [{ "metric": "people-engaged", "layer": "outtake", "baseline": 0, "target": 400000 }], "plan" """, StringComparison.Ordinal));

        using var put = await engine.Http.PutAsync("api/campaigns/give-blood/figures/people-engaged/2015-06-21", new StringContent(Engaged, Encoding.UTF8, "application/json"));
        Assert.Equal((HttpStatusCode.Created, "/api/campaigns/give-blood/figures/people-engaged/2015-06-21?channel=facebook&account=Give%20blood%20%26%20more&scope=page"), (put.StatusCode, put.Headers.Location!.OriginalString));

        var read = await engine.GetAsync(put.Headers.Location.OriginalString);
        Assert.Equal((HttpStatusCode.OK, put.Headers.ETag!.ToString(), 478480), (read.Status, read.ETag, read.Json.GetProperty("value").GetDecimal()));
        Assert.Equal(HttpStatusCode.OK, (await engine.SendAsync(new HttpRequestMessage(HttpMethod.Head, put.Headers.Location.OriginalString))).Status);

        var results = (await engine.GetAsync("api/campaigns/give-blood/results")).Json;
        Assert.Equal("self-reported", results.GetProperty("reported")[0].GetProperty("source").GetString());
        Assert.Equal("reached", results.GetProperty("objectives")[0].GetProperty("state").GetString());

        var change = new HttpRequestMessage(HttpMethod.Put, put.Headers.Location.OriginalString) { Content = new StringContent(read.Text.Replace("478480", "478481", StringComparison.Ordinal), Encoding.UTF8, "application/json") };
        change.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(read.ETag!));
        Assert.Equal((HttpStatusCode.OK, 2), (await engine.SendAsync(change)) is var changed ? (changed.Status, changed.Json.GetProperty("version").GetInt32()) : default);
        Assert.Equal(HttpStatusCode.NoContent, (await engine.SendAsync(new HttpRequestMessage(HttpMethod.Delete, put.Headers.Location.OriginalString))).Status);
        Assert.Equal(3, (await engine.GetAsync(put.Headers.Location.OriginalString)).Json.GetProperty("versions").GetArrayLength());
        Assert.Empty((await engine.GetAsync("api/campaigns/give-blood/results")).Json.GetProperty("reported").EnumerateArray());
        Assert.Empty((await engine.GetAsync("api/campaigns/give-blood/figures")).Json.GetProperty("items").EnumerateArray());

        var audited = await new TableClient(storage.ConnectionString, storage.Prefix + "Audit").QueryAsync<TableEntity>()
            .Where(row => row.GetString("Path").Contains("/figures/", StringComparison.Ordinal)).Select(row => $"{row.GetString("Method")} {row["Status"]}").ToListAsync();
        Assert.Equal(["DELETE 204", "PUT 200", "PUT 201"], audited.Order(StringComparer.Ordinal));
    }
}
