using System.Globalization;
using System.Text.Json.Nodes;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaigns.EndToEnd.Mastodon;

/// <summary>A Mastodon server in this process: statuses with a hashtag, in pages by id, and how often it was used. What it answers the contract judges too.</summary>
internal sealed class MastodonServer : IAsyncDisposable
{
    public static readonly DateTimeOffset Newest = new(2026, 6, 5, 8, 0, 0, TimeSpan.Zero);

    private readonly WebApplication site;

    private MastodonServer(WebApplication site) => this.site = site;

    public Uri Address => new(site.Urls.First());

    /// <summary>How many statuses there are, one a minute back from the newest.</summary>
    public int Statuses { get; set; } = 100;

    public static async Task<MastodonServer> StartAsync()
    {
        var app = LoopbackSite.Build();
        var server = new MastodonServer(app);
        app.MapGet("/api/v1/timelines/tag/{hashtag}", server.Timeline);
        app.MapGet("/api/v1/tags/{name}", static (string name) => Json($$"""
            { "id": "802", "name": "{{name}}", "url": "https://mastodon.example/tags/x",
              "history": [ { "day": "1780617600", "uses": "26", "accounts": "15" }, { "day": "1780531200", "uses": "0", "accounts": "0" } ] }
            """));
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private ContentHttpResult Timeline(string hashtag, int limit, HttpContext context)
    {
        var below = context.Request.Query["max_id"] is [{ } id] ? long.Parse(id, CultureInfo.InvariantCulture) : long.MaxValue;
        var page = Enumerable.Range(0, Statuses).Select(number => (Number: number, Id: Newest.AddMinutes(-number).ToUnixTimeMilliseconds() << 16))
            .Where(status => status.Id < below).Take(limit).ToList();
        if (page.Count == limit)
        {
            context.Response.Headers.Link = $"<https://mastodon.example/api/v1/timelines/tag/x?limit={limit}&max_id={page[^1].Id}>; rel=\"next\", <https://mastodon.example/x?min_id={page[0].Id}>; rel=\"prev\"";
        }

        return Json(new JsonArray([.. page.Select(status => Status(status.Number, status.Id, hashtag))]).ToJsonString());
    }

    private static ContentHttpResult Json(string json) => TypedResults.Text(json, "application/json; charset=utf-8");

    private static JsonNode Status(int number, long id, string hashtag) => JsonNode.Parse($$"""
        {
          "id": "{{id}}", "created_at": "{{Newest.AddMinutes(-number):yyyy-MM-dd'T'HH:mm:ss.fff'Z'}}", "uri": "https://mastodon.example/users/ann/statuses/{{number}}",
          "url": "https://mastodon.example/@ann/{{number}}", "content": "<p>{{number}} <a href=\"https://mastodon.example/tags/x\" class=\"mention hashtag\" rel=\"tag\">#<span>{{hashtag}}</span></a></p>",
          "in_reply_to_id": null, "in_reply_to_account_id": null, "sensitive": false, "spoiler_text": "", "visibility": "public", "language": "en", "reblog": null, "quote": null,
          "replies_count": 1, "reblogs_count": 2, "favourites_count": 3, "quotes_count": 4, "emojis": [], "media_attachments": [], "mentions": [],
          "tags": [ { "name": "{{hashtag}}", "url": "https://mastodon.example/tags/x" } ],
          "account": {
            "id": "1", "username": "ann", "acct": "ann", "uri": "https://mastodon.example/users/ann", "url": "https://mastodon.example/@ann", "display_name": "Ann", "note": "",
            "avatar": "https://mastodon.example/a.png", "avatar_static": "https://mastodon.example/a.png", "header": "https://mastodon.example/h.png", "header_static": "https://mastodon.example/h.png",
            "bot": false, "group": false, "locked": false, "indexable": true, "created_at": "2020-01-01T00:00:00.000Z", "emojis": [], "fields": [],
            "followers_count": 12, "following_count": 1, "statuses_count": 100
          }
        }
        """)!;
}
