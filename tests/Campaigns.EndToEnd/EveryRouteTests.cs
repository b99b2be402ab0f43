using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

/// <summary>Every route of the engine as a process, called by every kind of caller.</summary>
[Collection(EngineTests.Name)]
public sealed class EveryRouteTests(AzuriteFixture azurite)
{
    private const string FirstKey = "a-first-key-of-more-than-thirty-two-characters";
    private static readonly string[] Roles = ["manager", "approver", "responder", "ingest", "reader"];

    [Fact]
    public async Task Every_cell_of_the_table_of_routes_is_what_the_engine_answers_and_no_answer_tells_a_key_or_of_the_inside()
    {
        var storage = new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix());
        await using var engine = await StartAsync(storage);
        var keys = await KeysAsync(engine, storage);
        var wrong = new ConcurrentBag<string>();
        Assert.True(RouteTable.Rows.Count > 80 && RouteTable.Kinds.Count > 15, "The table is not read.");
        foreach (var (method, path, cells) in RouteTable.Rows)
        {
            var address = RouteTable.Filled(path, name => name switch { "set" => "Campaigns", "date" => "2015-06-08", "campaignId" => "give-blood", _ => "x" });
            await Task.WhenAll(RouteTable.Kinds.Select(async (kind, column) =>
            {
                using var answer = await engine.Http.SendAsync(Request(method, address, kind, keys));
                var told = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? $"{(int)answer.StatusCode}" : "yes";
                var text = answer.Headers.ToString() + answer.Content.Headers + await answer.Content.ReadAsStringAsync();
                if (told != (cells[column] == "signed" ? "401" : cells[column]) || (int)answer.StatusCode >= 500 || Fault(answer, text, keys.Values) is not null)
                {
                    wrong.Add($"{method} {path} by {kind}: {(int)answer.StatusCode} instead of {cells[column]}, {Fault(answer, text, keys.Values)}");
                }
            }));
        }

        Assert.Empty(wrong);
        Assert.All(keys.Values.Append(FirstKey), key => Assert.DoesNotContain(key, engine.Log, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_address_or_a_query_brings_begins_no_line_of_the_log_and_no_header()
    {
        await using var engine = await StartAsync(new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix()));
        const string Forged = "x%0D%0AForged: line%1B[31m%E2%80%A8%00";
        foreach (var (method, path, _) in RouteTable.Rows)
        {
            // Kestrel itself refuses an address with a NUL.
            foreach (var forged in new[] { Forged, Forged.Replace("%00", "", StringComparison.Ordinal) })
            {
                var request = new HttpRequestMessage(method, $"{RouteTable.Filled(path, _ => forged)}?after={forged}&limit={forged}&code={forged}&from={forged}&grain={forged}&state={forged}&queue={forged}");
                request.Headers.Add("x-functions-key", FirstKey);
                using var answer = await engine.Http.SendAsync(request);
                Assert.True((int)answer.StatusCode < 500, $"{method} {path}: {(int)answer.StatusCode}");
                Assert.DoesNotContain(answer.Headers, header => header.Key.Contains("Forged", StringComparison.OrdinalIgnoreCase));
            }
        }

        Assert.DoesNotContain(engine.Log.Split('\n', '\r', '\u2028'), line => line.StartsWith("Forged", StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', engine.Log);
    }

    /// <summary>What every answer must have, and none may.</summary>
    private static string? Fault(HttpResponseMessage answer, string text, IEnumerable<string> keys)
    {
        var headers = answer.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return headers.GetValueOrDefault("X-Content-Type-Options") != "nosniff" ? "without nosniff"
            : headers.GetValueOrDefault("Referrer-Policy") != "no-referrer" ? "with a referrer"
            : headers.GetValueOrDefault("Content-Security-Policy")?.StartsWith("default-src 'none'", StringComparison.Ordinal) != true ? "without a policy"
            : !headers.ContainsKey("Cache-Control") ? "to be kept by anybody"
            : headers.ContainsKey("Server") ? "with the server's name"
            : keys.Append(FirstKey).Any(key => text.Contains(key, StringComparison.Ordinal)) ? "with a key"
            : text.Contains("   at ", StringComparison.Ordinal) || text.Contains("Exception", StringComparison.Ordinal) ? "with its inside"
            : null;
    }

    private static HttpRequestMessage Request(HttpMethod method, string address, string kind, Dictionary<string, string> keys)
    {
        var inQuery = kind.EndsWith("by `?code=`", StringComparison.Ordinal);
        var request = new HttpRequestMessage(method, inQuery ? $"{address}?code={keys[kind.Split(' ')[0]]}" : address);
        if (kind.StartsWith("signed in, ", StringComparison.Ordinal))
        {
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Principal(kind["signed in, ".Length..]));
        }
        else if (!inQuery && keys.TryGetValue(kind, out var key))
        {
            request.Headers.Add("x-functions-key", key);
        }

        return request;
    }

    private static async Task<Dictionary<string, string>> KeysAsync(EngineProcess engine, EngineStorage storage)
    {
        const string Expired = "a-key-that-ended-long-ago-and-was-once-a-managers";
        await new TableClient(storage.ConnectionString, storage.Prefix + "AccessKeys").AddEntityAsync(new TableEntity("key", "expired")
        {
            ["Hash"] = SHA256.HashData(Encoding.UTF8.GetBytes(Expired)),
            ["Roles"] = "Manager",
            ["Campaigns"] = "[]",
            ["Expires"] = DateTimeOffset.UnixEpoch.AddYears(50),
        });
        var keys = new Dictionary<string, string>(StringComparer.Ordinal) { ["expired"] = Expired };
        foreach (var role in Roles)
        {
            keys[role] = await MakeAsync(engine, role, $$"""{ "roles": ["{{role}}"] }""");
        }

        foreach (var role in Roles.Where(role => role != "ingest"))
        {
            keys[$"{role} of the campaign"] = await MakeAsync(engine, $"{role}-of-it", $$"""{ "roles": ["{{role}}"], "campaigns": ["give-blood"] }""");
            keys[$"{role} of another campaign"] = await MakeAsync(engine, $"{role}-of-another", $$"""{ "roles": ["{{role}}"], "campaigns": ["another"] }""");
        }

        keys["revoked"] = await MakeAsync(engine, "revoked", """{ "roles": ["manager"] }""");
        using var revoked = await engine.Http.SendAsync(WithKey(HttpMethod.Delete, "api/access/revoked", null));
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        return keys;
    }

    private static async Task<string> MakeAsync(EngineProcess engine, string name, string body)
    {
        var answer = await engine.SendAsync(WithKey(HttpMethod.Put, $"api/access/{name}", body));
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        return answer.Json.GetProperty("key").GetString()!;
    }

    private static HttpRequestMessage WithKey(HttpMethod method, string path, string? json)
    {
        var request = new HttpRequestMessage(method, path) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("x-functions-key", FirstKey);
        return request;
    }

    private static string Principal(string role) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
    {
        auth_typ = "aad",
        role_typ = "roles",
        claims = new[] { new { typ = "oid", val = "7f4c0c0e-0000-4000-8000-000000000001" }, new { typ = "roles", val = role } },
    }));

    private static Task<EngineProcess> StartAsync(EngineStorage storage) => EngineProcess.StartAsync(storage, new Dictionary<string, string>
    {
        ["Access__FirstKey"] = FirstKey,
        ["WEBSITE_AUTH_ENABLED"] = "true",
        ["Limits__RequestsPerMinute"] = "100000",
        ["Limits__RefusalsPerMinute"] = "100000",
    });
}
