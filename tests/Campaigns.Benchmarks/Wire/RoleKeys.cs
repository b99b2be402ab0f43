using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Campaigns.EndToEnd.Support;

namespace Campaigns.Benchmarks.Wire;

/// <summary>The keys of somebody who calls an engine, one for each kind of work: every call is looked up, counted against its key, and held to its role.</summary>
internal sealed class RoleKeys
{
    /// <summary>The key that the engine is started with.</summary>
    public const string First = "a-first-key-of-more-than-thirty-two-characters";

    /// <summary>The setting of it.</summary>
    public const string Setting = "Access__FirstKey";

    private static readonly string[] Roles = ["reader", "approver", "ingest", "manager"];

    private readonly Dictionary<string, string> keys = [];

    /// <summary>Has keys made.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="holder">Who is to hold them.</param>
    public static async Task<RoleKeys> MakeAsync(EngineProcess engine, string holder)
    {
        var made = new RoleKeys();
        foreach (var role in Roles)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"api/access/{holder}-{role}");
            request.Headers.Add("x-functions-key", First);
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{ "roles": ["{{role}}"] }""")) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var answer = await engine.Http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            made.keys[role] = answer.IsSuccessStatusCode
                ? JsonDocument.Parse(text).RootElement.GetProperty("key").GetString()!
                : throw new BenchmarkException($"No key for {holder} as {role}: {text}");
        }

        return made;
    }

    /// <summary>The key that may do no more than a call needs; null where calls are signed instead.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The address.</param>
    public string? For(HttpMethod method, string path) =>
        path.StartsWith("api/signed/", StringComparison.Ordinal) ? null
        : path.StartsWith("api/mentions", StringComparison.Ordinal) ? keys["ingest"]
        : method != HttpMethod.Get ? keys["manager"]
        // What is to go out is shown to whoever approves it, and to no reader of results.
        : path.Split('?')[0].Split('/') is [_, _, _, "posts" or "deliveries", ..] ? keys["approver"]
        : keys["reader"];
}
