using System.Text.Json;

namespace Campaigns.Channels.Mastodon;

/// <summary>A status as one server shows it.</summary>
/// <param name="Item">What is counted of it.</param>
/// <param name="LocalId">Its id on that server, which its pages go by.</param>
/// <param name="SortedAt">The time that its id was made for, which its pages are sorted by.</param>
internal sealed record MastodonStatus(FoundItem Item, string LocalId, DateTimeOffset SortedAt)
{
    private static readonly DateTimeOffset FirstId = new(2016, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The later of its two times: what comes after this status is no later, whichever of them the server sorts by.</summary>
    public DateTimeOffset Latest => Item.CreatedAt > SortedAt ? Item.CreatedAt : SortedAt;

    /// <summary>Reads a status; null where it lacks what counting needs.</summary>
    /// <param name="status">The status.</param>
    /// <param name="instance">The server that shows it.</param>
    public static MastodonStatus? Read(JsonElement status, Uri instance)
    {
        var (shared, account) = (status.Field("reblog"), status.Field("account"));
        var said = shared.ValueKind == JsonValueKind.Object ? shared : status;
        if (FoundRules.Name(status.Text("uri")) is not { } uri || FoundRules.Time(status.Text("created_at")) is not { } createdAt
            || status.Text("id") is not { Length: > 0 } id || said.Text("content") is not { } content)
        {
            return null;
        }

        var words = said.Text("spoiler_text") is { Length: > 0 } warning ? $"{warning}\n{HtmlText.Of(content)}" : HtmlText.Of(content);
        var item = new FoundItem
        {
            // The address that the status has everywhere, and its author's, so that two servers that show it show one mention by one author.
            Id = uri,
            Kind = KindOf(status, shared),
            CreatedAt = createdAt,
            Text = FoundText.With(words, said.Field("tags").Items().Select(tag => tag.Text("name"))),
            Language = said.Text("language"),
            AuthorId = FoundRules.Name(account.Text("url") ?? account.Text("uri") ?? Qualified(account.Text("acct"), instance)),
            AuthorHandle = FoundRules.Name(Qualified(account.Text("acct"), instance)),
            Followers = FoundRules.Followers(account.Number("followers_count")),
            Likes = FoundRules.Engagement(status.Number("favourites_count")),
            Shares = FoundRules.Sum(status.Number("reblogs_count"), status.Number("quotes_count")),
            Comments = FoundRules.Engagement(status.Number("replies_count")),
            Url = FoundRules.Address(status.Text("url") ?? uri),
        };
        return new(item, id, MadeFor(id) ?? createdAt);
    }

    /// <summary>By which of its addresses an account may be known.</summary>
    /// <param name="account">The account.</param>
    public static IEnumerable<string> IdsOf(JsonElement account) => new[] { account.Text("url"), account.Text("uri") }.OfType<string>();

    private static string KindOf(JsonElement status, JsonElement shared) =>
        shared.ValueKind == JsonValueKind.Object ? "share"
            : status.Field("in_reply_to_id").IsSet() ? "reply"
            : status.Field("quote").ValueKind == JsonValueKind.Object ? "quote"
            : "original";

    /// <summary>A name with its server: servers leave their own out.</summary>
    private static string? Qualified(string? name, Uri instance) => string.IsNullOrEmpty(name) || name.Contains('@', StringComparison.Ordinal) ? name : $"{name}@{instance.Host}";

    /// <summary>Mastodon's ids begin with the time that they were made for, in milliseconds; other software that speaks its language has other ids.</summary>
    private static DateTimeOffset? MadeFor(string id) =>
        long.TryParse(id, out var number) && DateTimeOffset.FromUnixTimeMilliseconds(number >> 16) is var time && time > FirstId ? time : null;
}
