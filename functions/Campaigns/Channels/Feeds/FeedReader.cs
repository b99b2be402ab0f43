using System.Xml;

namespace Campaigns.Channels.Feeds;

/// <summary>Reads RSS 2.0, RSS 1.0 and Atom 1.0 in one pass. Feeds with a document type are refused: nothing in them needs one, and entities multiply.</summary>
internal static class FeedReader
{
    public const string Atom = "http://www.w3.org/2005/Atom";
    private const string Rss1 = "http://purl.org/rss/1.0/";
    private const int MostItems = 10_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = FeedSource.LargestFeed,
        MaxCharactersFromEntities = 1_000,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static bool IsOfFeeds(string space) => space is "" or Atom or Rss1;

    /// <summary>Reads a feed; null where it is something else.</summary>
    /// <param name="body">The feed's bytes.</param>
    /// <param name="address">Where it came from.</param>
    /// <exception cref="XmlException">It is not well-formed, or breaks off.</exception>
    public static Feed? Read(Stream body, Uri address)
    {
        using var xml = XmlReader.Create(body, Settings);
        if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName is not ("rss" or "RDF" or "feed"))
        {
            return null;
        }

        var items = new List<FoundItem>();
        var undated = 0;
        DateTimeOffset? lastUndated = null;
        Uri? next = null;
        foreach (var node in FeedMarkup.Within(xml))
        {
            if (node != XmlNodeType.Element || !IsOfFeeds(xml.NamespaceURI))
            {
                continue;
            }

            if (xml.LocalName is "item" or "entry" && items.Count + undated < MostItems)
            {
                var entry = Entry(xml);
                if (entry.Found(address) is { } item)
                {
                    items.Add(item);
                }
                else
                {
                    undated++;
                    lastUndated = lastUndated > entry.Updated ? lastUndated : entry.Updated ?? lastUndated;
                }
            }
            else if (xml.LocalName == "link" && xml.GetAttribute("rel") == "next" && Uri.TryCreate(address, xml.GetAttribute("href"), out var further))
            {
                next = further;
            }
        }

        return new(items, undated, lastUndated, next);
    }

    private static FeedEntry Entry(XmlReader xml)
    {
        var entry = new FeedEntry();
        var own = xml.Depth + 1;
        foreach (var node in FeedMarkup.Within(xml))
        {
            if (node == XmlNodeType.Element && xml.Depth == own)
            {
                entry.Take(xml);
            }
        }

        return entry;
    }
}
