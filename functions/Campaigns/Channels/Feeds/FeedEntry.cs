using System.Globalization;
using System.Xml;

namespace Campaigns.Channels.Feeds;

/// <summary>One item of a feed while it is read, in any of the formats.</summary>
internal sealed class FeedEntry
{
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string Slash = "http://purl.org/rss/1.0/modules/slash/";
    private const int MostTags = 100;

    private readonly List<string> words = [];
    private readonly List<string> tags = [];
    private string? id;
    private string? link;
    private string? author;
    private DateTimeOffset? published;
    private DateTimeOffset? updated;
    private long? comments;

    /// <summary>Takes in the element at which the reader stands, one of the item's own.</summary>
    public void Take(XmlReader xml)
    {
        switch (FeedReader.IsOfFeeds(xml.NamespaceURI) ? "" : xml.NamespaceURI, xml.LocalName)
        {
            case ("", "title" or "description" or "summary" or "content") or (Content, "encoded"):
                words.Add(FeedMarkup.Text(xml));
                break;
            case ("", "category"):
                Tag(xml.GetAttribute("term") ?? FeedMarkup.Plain(xml));
                break;
            case (DublinCore, "subject"):
                Tag(FeedMarkup.Plain(xml));
                break;
            case ("", "guid" or "id"):
                id = FeedMarkup.Plain(xml).Trim();
                break;
            case ("", "link") when xml.GetAttribute("rel") is null or "alternate":
                link ??= (xml.GetAttribute("href") ?? FeedMarkup.Plain(xml)).Trim();
                break;
            case ("", "author") or (DublinCore, "creator"):
                author ??= FeedMarkup.Author(xml);
                break;
            case ("", "pubDate" or "published" or "issued") or (DublinCore, "date"):
                published ??= FeedTime.Read(FeedMarkup.Plain(xml));
                break;
            case ("", "updated" or "modified"):
                updated ??= FeedTime.Read(FeedMarkup.Plain(xml));
                break;
            case (Slash, "comments"):
                comments = long.TryParse(FeedMarkup.Plain(xml), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var count) ? count : null;
                break;
        }
    }

    /// <summary>
    /// When it was last changed, where it says no more than that: it was published then or before. A change would carry it into another hour, where
    /// it would be counted again, so it is not counted at all.
    /// </summary>
    public DateTimeOffset? Updated => updated;

    /// <summary>What is counted of it; null where it does not say when it was published.</summary>
    /// <param name="feed">The feed's address, whose host is the blog.</param>
    public FoundItem? Found(Uri feed)
    {
        if (published is not { } createdAt)
        {
            return null;
        }

        var text = string.Join('\n', words);
        return new()
        {
            Id = FoundRules.Name(Identity(feed)) ?? FoundRules.Digest($"{feed.Host}/{createdAt.ToUnixTimeSeconds()}/{text}"),
            CreatedAt = createdAt,
            Text = FoundText.With(text, tags),
            AuthorId = FoundRules.Name(string.IsNullOrWhiteSpace(author) ? feed.Host : $"{feed.Host}/{author.Trim().ToLowerInvariant()}"),
            AuthorHandle = FoundRules.Name(feed.Host),
            Comments = FoundRules.Engagement(comments),
            Url = FoundRules.Address(link),
        };
    }

    /// <summary>An id is the same everywhere only where it is an address; one that is not is qualified by its blog.</summary>
    private string? Identity(Uri feed) => string.IsNullOrEmpty(id) ? link
        : Uri.TryCreate(id, UriKind.Absolute, out var address) && !address.IsFile ? id
        : $"{feed.Host}/{id}";

    private void Tag(string tag)
    {
        if (tags.Count < MostTags)
        {
            tags.Add(tag.Trim());
        }
    }
}
