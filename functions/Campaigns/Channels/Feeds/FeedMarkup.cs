using System.Text;
using System.Xml;

namespace Campaigns.Channels.Feeds;

/// <summary>Reads the content of one element, whatever markup stands in it and however.</summary>
internal static class FeedMarkup
{
    /// <summary>Deeper than this no feed has anything to say; who nests deeper is after the machine.</summary>
    private const int Deepest = 100;

    /// <summary>What a reader of the feed sees: HTML that was written as text is HTML, markup that was not is passed over.</summary>
    public static string Text(XmlReader xml)
    {
        var type = xml.GetAttribute("type");
        var text = Plain(xml);
        return type switch
        {
            "text" or "xhtml" => text.Trim(),
            null when xml.NamespaceURI == FeedReader.Atom => text.Trim(),
            null or "html" => HtmlText.Of(text),
            _ when type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) => HtmlText.Of(text),
            _ => "",
        };
    }

    /// <summary>The name in an author, who is an element of its own in Atom.</summary>
    public static string? Author(XmlReader xml) => xml.NamespaceURI == FeedReader.Atom ? Named(xml) : Plain(xml);

    /// <summary>All text within the element at which the reader stands; it is left at the element's end.</summary>
    public static string Plain(XmlReader xml)
    {
        var text = new StringBuilder();
        foreach (var node in Within(xml))
        {
            switch (node)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    text.Append(xml.Value);
                    break;
                case XmlNodeType.Element or XmlNodeType.EndElement when HtmlText.IsBlock(xml.LocalName):
                    text.Append('\n');
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>The nodes within the element at which the reader stands.</summary>
    /// <exception cref="XmlException">They are nested too deeply.</exception>
    public static IEnumerable<XmlNodeType> Within(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            yield break;
        }

        for (var depth = xml.Depth; xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth);)
        {
            yield return xml.Depth <= Deepest ? xml.NodeType : throw new XmlException("Elements are nested too deeply.");
        }
    }

    private static string? Named(XmlReader xml)
    {
        string? name = null;
        foreach (var node in Within(xml))
        {
            if (node == XmlNodeType.Element && xml.LocalName == "name")
            {
                name ??= Plain(xml);
            }
        }

        return name;
    }
}
