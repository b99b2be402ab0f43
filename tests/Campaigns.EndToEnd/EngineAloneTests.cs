using System.Net;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

[Collection(EngineTests.Name)]
public sealed class EngineAloneTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_engine_alone_answers_on_its_port_and_stops_when_asked()
    {
        await using var engine = await EngineProcess.StartAsync(new(azurite.ConnectionString, AzuriteFixture.NewPrefix()));

        var health = await engine.GetAsync("api/health");
        Assert.Equal(HttpStatusCode.OK, health.Status);
        Assert.Equal("healthy", health.Json.GetProperty("status").GetString());
        foreach (var nowhere in new[] { "api/nothing", "nothing", "api/campaigns/a/b/c" })
        {
            var unknown = await engine.GetAsync(nowhere);
            Assert.Equal((HttpStatusCode.NotFound, ""), (unknown.Status, unknown.Text));
        }

        var undeclared = await engine.SendAsync(new HttpRequestMessage(HttpMethod.Patch, "api/campaigns"));
        Assert.Equal((HttpStatusCode.NotFound, ""), (undeclared.Status, undeclared.Text));
        Assert.Equal(0, await engine.StopAsync());
    }

    [Fact]
    public async Task A_campaign_is_configured_over_HTTP_and_every_fault_is_told_at_once()
    {
        await using var engine = await EngineProcess.StartAsync(new(azurite.ConnectionString, AzuriteFixture.NewPrefix()));

        var wrong = await engine.PutAsync("api/campaigns/give-blood", """{ "name": " ", "start": "5 June", "end": "2015-06-21", "timeZone": "London", "hashtags": [] }""");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (wrong.Status, wrong.MediaType));
        var fields = wrong.Json.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?> { "name", "start", "timeZone", "hashtags", "plan" }, fields);

        await engine.CreateAsync("api/campaigns/give-blood", SampleCampaign.Json);
        var read = await engine.GetAsync("api/campaigns/give-blood");
        Assert.Equal("Give blood", read.Json.GetProperty("name").GetString());
        Assert.NotNull(read.ETag);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await engine.PutAsync("api/campaigns/give-blood", SampleCampaign.Json)).Status);
    }

    [Fact]
    public async Task Results_before_anything_is_counted_are_unknown_and_say_so()
    {
        await using var engine = await EngineProcess.StartAsync(new(azurite.ConnectionString, AzuriteFixture.NewPrefix()));
        await engine.CreateAsync("api/campaigns/give-blood", SampleCampaign.Json);

        var results = (await engine.GetAsync("api/campaigns/give-blood/results")).Json;
        foreach (var figure in new[] { "mentions", "contributors", "potentialReach" })
        {
            Assert.Equal(System.Text.Json.JsonValueKind.Null, results.GetProperty(figure).ValueKind);
            Assert.Equal("not_yet", results.GetProperty("figures").GetProperty("/" + figure).GetProperty("status").GetString());
        }

        Assert.Equal(HttpStatusCode.NotFound, (await engine.GetAsync("api/campaigns/nobody-knows/results")).Status);
    }
}
