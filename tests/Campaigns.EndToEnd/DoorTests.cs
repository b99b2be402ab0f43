using System.Net;
using System.Text;
using Azure.Data.Tables;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

[Collection(EngineTests.Name)]
public sealed class DoorTests(AzuriteFixture azurite)
{
    private const string FirstKey = "a-first-key-of-more-than-thirty-two-characters";

    [Fact]
    public async Task A_key_opens_the_routes_of_its_roles_and_campaigns_and_every_change_is_audited_by_name()
    {
        var storage = new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix());
        await using var engine = await EngineProcess.StartAsync(storage, new Dictionary<string, string> { ["Access__FirstKey"] = FirstKey });

        Assert.Equal(HttpStatusCode.OK, (await Send(engine, HttpMethod.Get, "api/health", key: null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(engine, HttpMethod.Get, "api/campaigns", key: null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(engine, HttpMethod.Get, $"api/campaigns?code={FirstKey}", key: null)).Status);
        Assert.Equal(HttpStatusCode.Created, (await Send(engine, HttpMethod.Put, "api/campaigns/give-blood", FirstKey, SampleCampaign.Json)).Status);
        Assert.Equal(HttpStatusCode.Created, (await Send(engine, HttpMethod.Put, "api/campaigns/other", FirstKey, SampleCampaign.Json)).Status);

        var made = await Send(engine, HttpMethod.Put, "api/access/press-office", FirstKey, """{ "roles": ["reader"], "campaigns": ["give-blood"] }""");
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var reader = made.Json.GetProperty("key").GetString()!;

        Assert.Equal(HttpStatusCode.OK, (await Send(engine, HttpMethod.Get, "api/campaigns/give-blood", reader)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(engine, HttpMethod.Get, "api/campaigns/other", reader)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(engine, HttpMethod.Get, "api/campaigns", reader)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(engine, HttpMethod.Delete, "api/campaigns/give-blood", reader)).Status);
        Assert.Equal(HttpStatusCode.Created, (await Send(engine, HttpMethod.Put, "api/campaigns/give-blood/supporters", FirstKey, "[]")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Send(engine, HttpMethod.Get, "api/campaigns/give-blood/supporters", reader)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Send(engine, HttpMethod.Get, "api/definitions/contributors@1", reader)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(engine, HttpMethod.Get, "api/definitions", key: null)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(engine, HttpMethod.Put, "api/access/me", reader, """{ "roles": ["manager"] }""")).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await Send(engine, HttpMethod.Delete, "api/access/press-office", FirstKey)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(engine, HttpMethod.Get, "api/campaigns/give-blood", reader)).Status);

        var audit = new List<(string At, string Row)>();
        await foreach (var row in new TableClient(storage.ConnectionString, storage.Prefix + "Audit").QueryAsync<TableEntity>())
        {
            audit.Add((row.RowKey, $"{row.GetString("Who")} {row.GetString("Method")} {row.GetString("Path")} {row.GetInt32("Status")}"));
        }

        Assert.Equal(
            [
                "key:(first) PUT /api/campaigns/give-blood 201", "key:(first) PUT /api/campaigns/other 201", "key:(first) PUT /api/access/press-office 201",
                "key:(first) PUT /api/campaigns/give-blood/supporters 201", "key:(first) DELETE /api/access/press-office 204",
            ],
            audit.OrderBy(row => row.At, StringComparer.Ordinal).Select(row => row.Row));
        Assert.DoesNotContain(FirstKey, engine.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(reader, engine.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_opens_by_its_address_for_a_results_readers_key_and_for_no_other()
    {
        await using var engine = await EngineProcess.StartAsync(
            new(azurite.ConnectionString, AzuriteFixture.NewPrefix()), new Dictionary<string, string> { ["Access__FirstKey"] = FirstKey });
        await Send(engine, HttpMethod.Put, "api/campaigns/give-blood", FirstKey, SampleCampaign.Json);
        await Send(engine, HttpMethod.Put, "api/campaigns/other", FirstKey, SampleCampaign.Json);
        var reader = (await Send(engine, HttpMethod.Put, "api/access/board", FirstKey, """{ "roles": ["reader"], "campaigns": ["give-blood"] }""")).Json.GetProperty("key").GetString();
        var ingest = (await Send(engine, HttpMethod.Put, "api/access/agency", FirstKey, """{ "roles": ["ingest"] }""")).Json.GetProperty("key").GetString();
        const string Report = "api/campaigns/give-blood/results/report";

        Assert.Equal(HttpStatusCode.OK, (await Send(engine, HttpMethod.Get, $"{Report}?code={reader}", key: null)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Send(engine, HttpMethod.Get, $"{Report}?format=md", reader)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Send(engine, HttpMethod.Head, Report, reader)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(engine, HttpMethod.Get, Report, key: null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(engine, HttpMethod.Get, $"{Report}?code={FirstKey}", key: null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(engine, HttpMethod.Head, $"{Report}?code={reader}", key: null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(engine, HttpMethod.Get, $"api/campaigns/give-blood/results?code={reader}", key: null)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(engine, HttpMethod.Get, $"api/campaigns/other/results/report?code={reader}", key: null)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(engine, HttpMethod.Get, Report, ingest)).Status);
        Assert.DoesNotContain(reader!, engine.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_whose_name_resolves_to_the_loopback_is_not_let_in()
    {
        await using var engine = await EngineProcess.StartAsync(new(azurite.ConnectionString, AzuriteFixture.NewPrefix()));
        var request = new HttpRequestMessage(HttpMethod.Get, "api/campaigns") { Headers = { Host = "campaigns.example" } };
        Assert.Equal(HttpStatusCode.Unauthorized, (await engine.SendAsync(request)).Status);
    }

    private static Task<Answer> Send(EngineProcess engine, HttpMethod method, string path, string? key, string? json = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        return engine.SendAsync(request);
    }
}
