using System.Text.Json.Nodes;
using Campaigns.Channels;

namespace Campaigns.Tests.Channels.Mastodon;

/// <summary>Mastodon servers for searches, one.example and two.example.</summary>
internal sealed class MastodonStub : IDisposable
{
    public static readonly Uri One = new("https://one.example/");
    public static readonly Uri Two = new("https://two.example/");

    public MastodonStub(params (string Name, string Value)[] settings) => Far = new(
        "mastodon",
        "MastodonClient",
        settings.Length > 0 ? settings : [("Mastodon:Instances:0:Url", One.AbsoluteUri), ("Mastodon:Instances:1:Url", "https://two.example"), ("Mastodon:TimeoutSeconds", "1")]);

    public SearchStub Far { get; }

    public ISearch Search => Far.Search;

    /// <summary>A status as one.example shows it, made so many minutes before now.</summary>
    public static JsonObject Status(int number, double minutesAgo, string content = "<p>Give blood <a href=\"https://one.example/tags/missingtype\" rel=\"tag\">#<span>MissingType</span></a></p>", Action<JsonObject>? change = null)
    {
        var at = SearchStub.Now.AddMinutes(-minutesAgo);
        var status = new JsonObject
        {
            ["id"] = Snowflake(at, number),
            ["uri"] = $"https://one.example/users/ann/statuses/{number}",
            ["url"] = $"https://one.example/@ann/{number}",
            ["created_at"] = at.ToString("O"),
            ["content"] = content,
            ["account"] = new JsonObject { ["acct"] = "ann", ["url"] = "https://one.example/@ann", ["followers_count"] = 12 },
            ["favourites_count"] = 4,
            ["reblogs_count"] = 3,
            ["replies_count"] = 1,
        };
        change?.Invoke(status);
        return status;
    }

    /// <summary>An id as Mastodon makes it.</summary>
    public static string Snowflake(DateTimeOffset at, int number = 0) => $"{(at.ToUnixTimeMilliseconds() << 16) + number}";

    public void Shows(string? link, params JsonObject[] statuses) => Far.Answer = _ => SearchStub.Json(
        new JsonArray([.. statuses.Select(status => status.DeepClone())]).ToJsonString(), headers: link is null ? [] : [("Link", link)]);

    public Task<SearchPage> AskAsync(string? cursor = null, Uri? instance = null) =>
        Search.SearchAsync(SearchStub.Query(feed: instance ?? One, cursor: cursor), TestContext.Current.CancellationToken);

    public async Task<SearchPage.Found> FindAsync(string? cursor = null, Uri? instance = null) => Assert.IsType<SearchPage.Found>(await AskAsync(cursor, instance));

    public void Dispose() => Far.Dispose();
}
