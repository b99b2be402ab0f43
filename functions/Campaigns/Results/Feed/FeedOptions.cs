namespace Campaigns.Results.Feed;

/// <summary>How the feed is reached.</summary>
public sealed class FeedOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Feed";

    /// <summary>The address under which callers reach the engine, without <c>/api</c>; by default the function app's own, and locally that of the request.</summary>
    public Uri? PublicUrl { get; set; }
}
