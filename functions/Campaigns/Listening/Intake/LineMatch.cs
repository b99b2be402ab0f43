namespace Campaigns.Listening.Intake;

/// <summary>How a line counts in campaigns.</summary>
[Flags]
internal enum LineMatch
{
    /// <summary>Not at all: nothing of it is kept.</summary>
    None = 0,

    /// <summary>It uses a hashtag of one.</summary>
    Hashtag = 1,

    /// <summary>It is about a topic of one.</summary>
    Topic = 2,

    /// <summary>It has a hashtag that only looks like one of a campaign.</summary>
    LookAlike = 4,
}
