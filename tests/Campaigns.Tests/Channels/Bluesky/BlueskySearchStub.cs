using System.Net;
using System.Text.Json.Nodes;
using Campaigns.Channels;

namespace Campaigns.Tests.Channels.Bluesky;

/// <summary>A Bluesky server for searches.</summary>
internal sealed class BlueskySearchStub : IDisposable
{
    public const string SearchPosts = "app.bsky.feed.searchPosts";
    public const string Profiles = "app.bsky.actor.getProfiles";
    public const string SignIn = "com.atproto.server.createSession";
    public const string Renew = "com.atproto.server.refreshSession";

    public BlueskySearchStub(params (string Name, string Value)[] settings)
    {
        Far = new("bluesky", "XrpcClient", settings.Length > 0 ? settings : Account(0, "nhsbt.example"));
        Far.Answer = request => Answers[request.RequestUri!.Segments[^1]](request);
    }

    public SearchStub Far { get; }

    public ISearch Search => Far.Search;

    public Dictionary<string, Func<HttpRequestMessage, HttpResponseMessage?>> Answers { get; } = new()
    {
        [SignIn] = static _ => SearchStub.Json("""{ "did": "did:plc:a", "handle": "nhsbt.example", "accessJwt": "access", "refreshJwt": "refresh" }"""),
        [Renew] = static _ => SearchStub.Json("""{ "did": "did:plc:a", "handle": "nhsbt.example", "accessJwt": "renewed", "refreshJwt": "refresh" }"""),
        [Profiles] = static _ => SearchStub.Json("""{ "profiles": [] }"""),
        [SearchPosts] = static _ => SearchStub.Json("""{ "posts": [] }"""),
    };

    public IEnumerable<string> Called => Far.Asked.Select(asked => asked.Split('?')[0]["/xrpc/".Length..]);

    public static (string, string)[] Account(int number, string handle) =>
        [($"Bluesky:Accounts:{number}:Handle", handle), ($"Bluesky:Accounts:{number}:AppPassword", "aaaa-bbbb"), ("Bluesky:TimeoutSeconds", "1")];

    /// <summary>A post as a server shows it, made so many minutes before now.</summary>
    public static JsonObject Post(int number, double minutesAgo, string text = "Give blood #MissingType", Action<JsonObject>? change = null)
    {
        var at = SearchStub.Now.AddMinutes(-minutesAgo).ToString("O");
        var post = new JsonObject
        {
            ["uri"] = $"at://did:plc:{number}/app.bsky.feed.post/{number}",
            ["author"] = new JsonObject { ["did"] = $"did:plc:{number}", ["handle"] = $"person{number}.example" },
            ["record"] = new JsonObject { ["$type"] = "app.bsky.feed.post", ["text"] = text, ["createdAt"] = at },
            ["indexedAt"] = at,
        };
        change?.Invoke(post);
        return post;
    }

    public void Shows(string? cursor, params JsonObject[] posts) =>
        Answers[SearchPosts] = _ => SearchStub.Json(new JsonObject { ["posts"] = new JsonArray([.. posts.Select(post => post.DeepClone())]), ["cursor"] = cursor }.ToJsonString());

    public void Refuses(string method, HttpStatusCode status, string error, params (string, string)[] headers) =>
        Answers[method] = _ => SearchStub.Json($$"""{ "error": "{{error}}", "message": "No." }""", status, headers);

    public Task<SearchPage> AskAsync(string? cursor = null) => Search.SearchAsync(SearchStub.Query(cursor: cursor), TestContext.Current.CancellationToken);

    public async Task<SearchPage.Found> FindAsync(string? cursor = null) => Assert.IsType<SearchPage.Found>(await AskAsync(cursor));

    public void Dispose() => Far.Dispose();
}
