using System.Text.Json;

namespace Campaigns.Channels.Bluesky;

/// <summary>A post as the network shows it.</summary>
/// <param name="Item">What is counted of it.</param>
/// <param name="IndexedAt">When the network took it in.</param>
internal sealed record BlueskyPost(FoundItem Item, DateTimeOffset IndexedAt)
{
    private const string Collection = "/app.bsky.feed.post/";

    /// <summary>The later of its two times. Whichever of them a server sorts by, what comes after this post is no later than this.</summary>
    public DateTimeOffset Latest => Item.CreatedAt > IndexedAt ? Item.CreatedAt : IndexedAt;

    /// <summary>Reads a post; null where it lacks what counting needs.</summary>
    public static BlueskyPost? Read(JsonElement post)
    {
        var (record, author) = (post.Field("record"), post.Field("author"));
        if (FoundRules.Name(post.Text("uri")) is not { } uri || record.Text("text") is not { } text || FoundRules.Time(record.Text("createdAt")) is not { } createdAt)
        {
            return null;
        }

        var item = new FoundItem
        {
            Id = uri,
            Kind = KindOf(record),
            CreatedAt = createdAt,
            Text = FoundText.With(text, record.Field("tags").Items().Select(tag => tag.Text()).Concat(Linked(record))),
            // Who writes in several says nothing about which words are in which.
            Language = record.Field("langs").Items().Select(language => language.Text()).ToArray() is [var only] ? only : null,
            AuthorId = FoundRules.Name(author.Text("did")),
            AuthorHandle = author.Text("handle") is var handle and not "handle.invalid" ? FoundRules.Name(handle) : null,
            Likes = FoundRules.Engagement(post.Number("likeCount")),
            Shares = FoundRules.Sum(post.Number("repostCount"), post.Number("quoteCount")),
            Comments = FoundRules.Engagement(post.Number("replyCount")),
            Url = author.Text("did") is { } did && uri.IndexOf(Collection, StringComparison.Ordinal) is > 0 and var at
                ? FoundRules.Address($"https://bsky.app/profile/{did}/post/{uri[(at + Collection.Length)..]}") : null,
        };
        return new(item, FoundRules.Time(post.Text("indexedAt")) ?? createdAt);
    }

    /// <summary>An answer that also quotes is an answer: it stands in somebody else's conversation.</summary>
    private static string KindOf(JsonElement record) =>
        record.Field("reply").ValueKind == JsonValueKind.Object ? "reply" : Quotes(record.Field("embed")) ? "quote" : "original";

    /// <summary>Whether an embed shows another post; lists, feeds and starter packs are embedded the same way.</summary>
    private static bool Quotes(JsonElement embed) => embed.Text("$type") switch
    {
        "app.bsky.embed.record" => embed.Field("record").Text("uri")?.Contains(Collection, StringComparison.Ordinal) == true,
        "app.bsky.embed.recordWithMedia" => embed.Field("record").Field("record").Text("uri")?.Contains(Collection, StringComparison.Ordinal) == true,
        _ => false,
    };

    /// <summary>The hashtags that words of the text are links to.</summary>
    private static IEnumerable<string?> Linked(JsonElement record) =>
        from facet in record.Field("facets").Items()
        from feature in facet.Field("features").Items()
        where feature.Text("$type") == "app.bsky.richtext.facet#tag"
        select feature.Text("tag");
}
