namespace Campaigns.Listening.Hashtags;

/// <summary>What speaks for and against a hashtag.</summary>
/// <param name="Hashtag">As it was asked for, with its sign.</param>
/// <param name="Folded">As it compares; null where it is none.</param>
/// <param name="Valid">Whether platforms take it for one hashtag, by the twitter-text rules.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Readable">How it is read out.</param>
/// <param name="Clashes">Campaigns of this engine whose hashtag it is, or looks like, at the same time.</param>
/// <param name="RecentUse">How much others used it lately, by channel.</param>
/// <param name="Warnings">What a person should know before taking it.</param>
internal sealed record HashtagAnswer(
    string Hashtag,
    string? Folded,
    bool Valid,
    string? Reason,
    HashtagAnswer.Size? Length,
    HashtagWriting? Readable,
    IReadOnlyList<HashtagClash> Clashes,
    IReadOnlyList<ChannelUse> RecentUse,
    IReadOnlyList<HashtagWarning> Warnings)
{
    /// <summary>How long a hashtag is, its sign included.</summary>
    /// <param name="Characters">As people count characters.</param>
    /// <param name="OnX">What it takes of the 280 that a post on X may take.</param>
    internal sealed record Size(int Characters, int OnX);
}
