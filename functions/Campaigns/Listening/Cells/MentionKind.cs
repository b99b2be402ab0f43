namespace Campaigns.Listening.Cells;

/// <summary>What a mention is to what was said before. The numbers are stored.</summary>
public enum MentionKind : byte
{
    /// <summary>Said of its own accord.</summary>
    Original = 0,

    /// <summary>An answer.</summary>
    Reply = 1,

    /// <summary>Passed on unchanged.</summary>
    Share = 2,

    /// <summary>Passed on with words of one's own.</summary>
    Quote = 3,
}
