using System.Globalization;
using System.Text.Json.Nodes;

namespace Campaigns.Channels.Bluesky;

/// <summary>Writes a post as Bluesky's <c>app.bsky.feed.post</c> record.</summary>
internal static class BlueskyRecord
{
    public const string Collection = "app.bsky.feed.post";

    /// <summary>The record of a post.</summary>
    /// <param name="post">The post.</param>
    /// <param name="language">The language that it is written in.</param>
    /// <param name="text">Its text as it is sent.</param>
    /// <param name="facets">What in the text is more than text; a mention's value is the account's lasting identifier by now.</param>
    /// <param name="pictures">Its pictures as the server keeps them, each with what it shows.</param>
    public static JsonObject Write(OutgoingPost post, string language, string text, IEnumerable<Facet> facets, IReadOnlyList<JsonObject> pictures)
    {
        var record = new JsonObject
        {
            ["$type"] = Collection,
            ["text"] = text,
            // The due time, not the time of the attempt: a second attempt writes the same record.
            ["createdAt"] = post.DueAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["langs"] = new JsonArray(language),
        };
        JsonNode[] marks = [.. facets.Select(Mark)];
        if (marks.Length > 0)
        {
            record["facets"] = new JsonArray(marks);
        }

        if (pictures.Count > 0)
        {
            record["embed"] = new JsonObject { ["$type"] = "app.bsky.embed.images", ["images"] = new JsonArray([.. pictures]) };
        }
        else if (BlueskyText.Card(post.Content) is { } link)
        {
            record["embed"] = new JsonObject
            {
                ["$type"] = "app.bsky.embed.external",
                ["external"] = new JsonObject { ["uri"] = link.AbsoluteUri, ["title"] = link.Host, ["description"] = "" },
            };
        }

        return record;
    }

    private static JsonObject Mark(Facet facet) => new()
    {
        ["index"] = new JsonObject { ["byteStart"] = facet.Start, ["byteEnd"] = facet.End },
        ["features"] = new JsonArray(facet.Kind switch
        {
            FacetKind.Link => new JsonObject { ["$type"] = "app.bsky.richtext.facet#link", ["uri"] = facet.Value },
            FacetKind.Mention => new JsonObject { ["$type"] = "app.bsky.richtext.facet#mention", ["did"] = facet.Value },
            _ => new JsonObject { ["$type"] = "app.bsky.richtext.facet#tag", ["tag"] = facet.Value },
        }),
    };
}
