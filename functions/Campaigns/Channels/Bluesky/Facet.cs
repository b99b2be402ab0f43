namespace Campaigns.Channels.Bluesky;

/// <summary>What a stretch of a post's text is.</summary>
internal enum FacetKind
{
    /// <summary>A link; its value is the address.</summary>
    Link,

    /// <summary>A mention; its value is the handle.</summary>
    Mention,

    /// <summary>A hashtag; its value is the tag without its sign.</summary>
    Tag,
}

/// <summary>A stretch of a post's text that is more than text, counted as Bluesky counts: in bytes of UTF-8.</summary>
/// <param name="Start">The first byte.</param>
/// <param name="End">The byte after the last one.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Value">What it stands for.</param>
internal sealed record Facet(int Start, int End, FacetKind Kind, string Value);
