using System.Net;
using System.Text;
using Campaigns.Http;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Tests.Http;

public sealed class CallersTests(AzuriteFixture azurite)
{
    private const string FirstKey = "a-first-key-of-more-than-thirty-two-characters";

    [Fact]
    public async Task A_local_engine_without_keys_is_open_on_its_loopback()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var (caller, _) = await Find(engine, Call.Request(engine, "GET", "/api/campaigns"));
        Assert.Equal("local", caller!.Name);
    }

    [Theory]
    [InlineData("10.0.0.7", "localhost", null)]
    [InlineData("127.0.0.1", "campaigns.example", null)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-For: 10.0.0.7")]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-Host: campaigns.example")]
    [InlineData("127.0.0.1", "localhost", "Via: 1.1 proxy.example")]
    [InlineData("127.0.0.1", "localhost", "Origin: https://evil.example")]
    [InlineData("127.0.0.1", "localhost", "Origin: null")]
    public async Task A_local_engine_is_closed_to_everything_but_a_bare_loopback(string address, string host, string? header)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var request = Call.Request(engine, "GET", "/api/campaigns", null, header is null ? [] : [header]);
        request.HttpContext.Connection.RemoteIpAddress = IPAddress.Parse(address);
        request.Host = new HostString(host, 7071);
        Assert.Equal(401, await Refusal(engine, request));
    }

    [Theory]
    [InlineData("LOCALHOST", null)]
    [InlineData("[::1]", "Origin: http://localhost:7071")]
    public async Task The_loopback_is_known_by_each_of_its_names(string host, string? header)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var request = Call.Request(engine, "POST", "/api/hold", null, header is null ? [] : [header]);
        request.Host = new HostString(host, 7071);
        Assert.Equal("local", (await Find(engine, request)).Caller?.Name);
    }

    [Fact]
    public async Task In_Azure_with_nothing_configured_the_door_is_shut_with_503()
    {
        await using var engine = await TestEngine.StartAsync(azurite, settings: new Dictionary<string, string?> { ["WEBSITE_SITE_NAME"] = "app" });
        Assert.Equal(503, await Refusal(engine, Call.Request(engine, "GET", "/api/campaigns")));
    }

    [Fact]
    public async Task The_first_key_opens_and_closes_the_open_loopback()
    {
        await using var engine = await TestEngine.StartAsync(azurite, settings: new Dictionary<string, string?> { ["Access:FirstKey"] = FirstKey });
        Assert.Equal(401, await Refusal(engine, Call.Request(engine, "GET", "/api/campaigns")));
        var (caller, _) = await Find(engine, Call.Request(engine, "GET", "/api/campaigns", null, $"x-functions-key: {FirstKey}"));
        Assert.Equal("key:(first)", caller!.Name);
        Assert.Equal(401, await Refusal(engine, Call.Request(engine, "GET", "/api/campaigns", null, "x-functions-key: another")));
    }

    [Fact]
    public async Task A_key_that_is_made_cannot_pass_for_the_first_one_in_the_audit()
    {
        await using var engine = await TestEngine.StartAsync(azurite, settings: new Dictionary<string, string?> { ["Access:FirstKey"] = FirstKey });
        var made = await Put(engine, "first", """{ "roles": ["manager"] }""");
        var (caller, _) = await Find(engine, Call.Request(engine, "GET", "/", null, $"x-functions-key: {made}"));
        Assert.Equal("key:first", caller!.Name);
        Assert.NotEqual(Callers.FirstKeyName, caller.Name);
        var name = Callers.FirstKeyName["key:".Length..];
        var request = Call.Request(engine, "PUT", $"/api/access/{Uri.EscapeDataString(name)}", """{ "roles": ["manager"] }""");
        Assert.Equal(422, (await Call.AnswerAsync(request, engine.Function<PutAccess>().Run(request, name, default))).Status);
    }

    [Fact]
    public async Task A_key_that_comes_twice_is_no_key_even_where_one_of_the_two_is_right()
    {
        await using var engine = await TestEngine.StartAsync(azurite, settings: new Dictionary<string, string?> { ["Access:FirstKey"] = FirstKey });
        foreach (var keys in new string[][] { [FirstKey, "a-guess"], ["a-guess", FirstKey], [FirstKey, FirstKey] })
        {
            var request = Call.Request(engine, "GET", "/api/campaigns");
            request.Headers[Callers.KeyHeader] = keys;
            Assert.Equal(401, await Refusal(engine, request));
        }

        var reader = await Put(engine, "reader", """{ "roles": ["reader"] }""");
        Assert.Equal(401, await Refusal(engine, Call.Request(engine, "GET", $"/api/odata?code={reader}&code=a-guess"), keyInQuery: true));
        Assert.Equal(401, await Refusal(engine, Call.Request(engine, "GET", $"/api/odata?code={reader}&code={reader}"), keyInQuery: true));
    }

    [Fact]
    public async Task A_key_is_shown_once_is_kept_as_a_hash_and_ends_when_it_expires_or_is_revoked()
    {
        var clock = TestClock.At("2026-01-01T00:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock, settings: new Dictionary<string, string?> { ["Access:FirstKey"] = FirstKey });
        var key = await Put(engine, "power-bi", """{ "roles": ["reader"], "expires": "2026-02-01T00:00:00Z" }""");
        var (caller, _) = await Find(engine, Call.Request(engine, "GET", "/", null, $"x-functions-key: {key}"));
        Assert.Equal(("key:power-bi", Role.Reader), (caller!.Name, Assert.Single(caller.Roles)));
        Assert.DoesNotContain(await engine.Get<AccessKeyTable>().AllAsync(default), stored => Encoding.UTF8.GetString(stored.Hash).Contains(key, StringComparison.Ordinal));

        clock.Set(DateTimeOffset.Parse("2026-02-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(401, await Refusal(engine, Call.Request(engine, "GET", "/", null, $"x-functions-key: {key}")));

        var other = await Put(engine, "ingest", """{ "roles": ["ingest"] }""");
        var delete = Call.Request(engine, "DELETE", "/api/access/ingest");
        await Call.AnswerAsync(delete, engine.Function<DeleteAccess>().Run(delete, "ingest", default));
        Assert.Equal(401, await Refusal(engine, Call.Request(engine, "GET", "/", null, $"x-functions-key: {other}")));
    }

    [Fact]
    public async Task A_revoked_key_is_refused_by_every_other_instance_within_a_minute()
    {
        var clock = TestClock.At("2026-01-01T00:00:00Z");
        var settings = new Dictionary<string, string?> { ["Access:FirstKey"] = FirstKey };
        await using var one = await TestEngine.StartAsync(azurite, clock, settings: settings);
        await using var other = await TestEngine.StartAsync(azurite, clock, settings: settings, prefix: one.Prefix);
        var key = await Put(one, "reader", """{ "roles": ["reader"] }""");
        clock.Advance(AccessKeyTable.Freshness);
        Assert.NotNull((await Find(other, Call.Request(other, "GET", "/", null, $"x-functions-key: {key}"))).Caller);
        await one.Get<AccessKeyTable>().DeleteAsync("reader", default);
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(401, await Refusal(other, Call.Request(other, "GET", "/", null, $"x-functions-key: {key}")));
    }

    [Fact]
    public async Task A_key_in_the_query_counts_only_on_GET_of_routes_that_allow_it_and_only_for_readers()
    {
        await using var engine = await TestEngine.StartAsync(azurite, settings: new Dictionary<string, string?> { ["Access:FirstKey"] = FirstKey });
        var reader = await Put(engine, "reader", """{ "roles": ["reader"] }""");
        var manager = await Put(engine, "manager", """{ "roles": ["manager"] }""");
        Assert.NotNull((await Find(engine, Call.Request(engine, "GET", $"/api/odata?code={reader}"), keyInQuery: true)).Caller);
        Assert.Equal(401, await Refusal(engine, Call.Request(engine, "GET", $"/api/odata?code={reader}")));
        Assert.Equal(401, await Refusal(engine, Call.Request(engine, "POST", $"/api/odata?code={reader}"), keyInQuery: true));
        Assert.Equal(401, await Refusal(engine, Call.Request(engine, "GET", $"/api/odata?code={manager}"), keyInQuery: true));
    }

    [Theory]
    [InlineData("true", "entra:42")]
    [InlineData(null, "local")]
    public async Task An_Entra_principal_is_believed_only_where_authentication_stands_in_front(string? enabled, string name)
    {
        var principal = Convert.ToBase64String(Encoding.UTF8.GetBytes("""
            { "auth_typ": "aad", "role_typ": "roles", "claims": [{ "typ": "oid", "val": "42" }, { "typ": "roles", "val": "Approver" }, { "typ": "roles", "val": "Anyone" }] }
            """));
        await using var engine = await TestEngine.StartAsync(azurite, settings: new Dictionary<string, string?> { ["WEBSITE_AUTH_ENABLED"] = enabled });
        var (caller, _) = await Find(engine, Call.Request(engine, "GET", "/", null, $"X-MS-CLIENT-PRINCIPAL: {principal}"));
        Assert.Equal(name, caller!.Name);
        Assert.Equal(enabled is null ? [Role.Manager] : [Role.Approver], caller.Roles);
    }

    private static Task<(Caller? Caller, IResult? Problem)> Find(TestEngine engine, HttpRequest request, bool keyInQuery = false) =>
        engine.Get<Callers>().FindAsync(request, keyInQuery, default);

    private static async Task<int> Refusal(TestEngine engine, HttpRequest request, bool keyInQuery = false)
    {
        var (caller, problem) = await Find(engine, request, keyInQuery);
        Assert.Null(caller);
        return (await Call.AnswerAsync(request, Task.FromResult(problem!))).Status;
    }

    private static async Task<string> Put(TestEngine engine, string name, string body)
    {
        var request = Call.Request(engine, "PUT", $"/api/access/{name}", body);
        var answer = await Call.AnswerAsync(request, engine.Function<PutAccess>().Run(request, name, default));
        Assert.True(answer.Status == 201, answer.Text);
        return answer.Json.GetProperty("key").GetString()!;
    }
}
