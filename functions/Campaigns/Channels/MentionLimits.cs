namespace Campaigns.Channels;

/// <summary>How long and how large what a mention says may be, whether a channel was searched for it or somebody handed it in.</summary>
internal static class MentionLimits
{
    /// <summary>The most characters that an id or a handle may have.</summary>
    public const int LongestId = 256;

    /// <summary>The most UTF-8 bytes of a text.</summary>
    public const int LongestText = 64 * 1024;

    /// <summary>More followers than there are people.</summary>
    public const long MostFollowers = 10_000_000_000;

    /// <summary>More than any platform ever counted on one item.</summary>
    public const long MostEngagement = 1_000_000_000_000;
}
