using Campaigns.Http;
using Campaigns.Tests.Security;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Http;

public sealed class PutAccessTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("""{ "roles": ["reader"] }""")]
    [InlineData("""{ "roles": ["manager"], "expires": "2999-01-01T00:00:00Z" }""")]
    [InlineData("""{ "roles": ["manager"], "campaigns": ["give-blood"] }""")]
    public async Task The_first_key_made_over_an_open_loopback_must_be_a_lasting_managers(string body)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        Assert.Contains("nobody would be left", Assert.Single((await Put(engine, "first", body)).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_managers_key_is_neither_turned_into_another_nor_revoked_while_others_are_in_use()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var manager = await Put(engine, "manager", """{ "roles": ["manager"] }""");
        Assert.Equal(422, (await Put(engine, "manager", """{ "roles": ["reader"] }""", $"If-Match: {manager.ETag}")).Status);
        Assert.Equal(201, (await Put(engine, "reader", """{ "roles": ["reader"] }""")).Status);
        Assert.Equal(409, await Delete(engine, "manager"));

        Assert.Equal(201, (await Put(engine, "deputy", """{ "roles": ["manager"] }""")).Status);
        Assert.Equal(204, await Delete(engine, "manager"));
        Assert.Equal(204, await Delete(engine, "reader"));
        Assert.Equal(204, await Delete(engine, "deputy"));
        Assert.Empty(await engine.Get<AccessKeyTable>().AllAsync(default));
    }

    [Fact]
    public async Task A_key_that_hands_mentions_in_is_for_all_campaigns()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await Put(engine, "manager", """{ "roles": ["manager"] }""");
        var answer = await Put(engine, "importer", """{ "roles": ["ingest"], "campaigns": ["give-blood"] }""");
        Assert.Contains("must be left out with the role ingest", Assert.Single(answer.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_replaced_only_by_who_knows_its_current_tag()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var first = await Put(engine, "manager", """{ "roles": ["manager"] }""");
        Assert.Equal(428, (await Put(engine, "manager", """{ "roles": ["manager"] }""")).Status);
        var second = await Put(engine, "manager", """{ "roles": ["manager"] }""", $"If-Match: {first.ETag}");
        Assert.Equal(200, second.Status);
        Assert.NotEqual(first.Json.GetProperty("key").GetString(), second.Json.GetProperty("key").GetString());
    }

    [Fact]
    public async Task A_key_that_is_made_while_all_keys_are_read_is_known_at_once()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite);
        await Put(engine, "manager", """{ "roles": ["manager"] }""");
        var made = 0;
        wire.Brings = request =>
        {
            if (request.StartsWith("GET", StringComparison.Ordinal) && request.Contains("AccessKeys", StringComparison.Ordinal) && Interlocked.Exchange(ref made, 1) == 0)
            {
                Assert.Equal(201, Put(engine, "reader", """{ "roles": ["reader"] }""").GetAwaiter().GetResult().Status);
            }

            return true;
        };

        Assert.Equal(["manager"], (await engine.Get<AccessKeyTable>().AllAsync(default)).Select(key => key.Name));
        Assert.Equal(["manager", "reader"], (await engine.Get<AccessKeyTable>().AllAsync(default)).Select(key => key.Name));
    }

    [Fact]
    public async Task The_answer_that_shows_a_key_is_stored_nowhere()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var request = Call.Request(engine, "PUT", "/api/access/manager", """{ "roles": ["manager"] }""");
        var answer = await new DoorCall(engine).AskAsync(DoorCall.Route<PutAccess>(), request, () => engine.Function<PutAccess>().Run(request, "manager", default));
        Assert.Equal((201, "no-store"), (answer.Status, answer.Headers.CacheControl.ToString()));
    }

    private static async Task<Answer> Put(TestEngine engine, string name, string body, params string[] headers)
    {
        var request = Call.Request(engine, "PUT", $"/api/access/{name}", body, headers);
        return await Call.AnswerAsync(request, engine.Function<PutAccess>().Run(request, name, default));
    }

    private static async Task<int> Delete(TestEngine engine, string name)
    {
        var request = Call.Request(engine, "DELETE", $"/api/access/{name}");
        return (await Call.AnswerAsync(request, engine.Function<DeleteAccess>().Run(request, name, default))).Status;
    }
}
