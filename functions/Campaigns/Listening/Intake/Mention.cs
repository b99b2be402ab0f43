using Campaigns.Listening.Cells;
namespace Campaigns.Listening.Intake;

/// <summary>
/// One item that somebody said, as it was handed in. One object serves all lines of a request in turn, so that taking mentions in leaves
/// nothing for the garbage collector; nothing of its texts outlives the line.
/// </summary>
public sealed class Mention
{
    /// <summary>Which of the required fields the line has, well formed or not.</summary>
    public MentionFields Seen { get; set; }

    /// <summary>The channel's name; null while it is missing.</summary>
    public string? Channel { get; set; }

    /// <summary>Its id on the channel.</summary>
    public TextBuffer Id { get; } = new();

    /// <summary>What it says.</summary>
    public TextBuffer Text { get; } = new();

    /// <summary>Its language as ISO 639-1; null where it is unknown.</summary>
    public string? Language { get; set; }

    /// <summary>Original, reply, share or quote.</summary>
    public MentionKind Kind { get; set; }

    /// <summary>When it was made, truncated to the second, in seconds since 1970; null while it is missing.</summary>
    public long? CreatedAt { get; set; }

    /// <summary>The author's id on the channel.</summary>
    public TextBuffer AuthorId { get; } = new();

    /// <summary>The author's handle.</summary>
    public TextBuffer AuthorHandle { get; } = new();

    /// <summary>What the author is.</summary>
    public AuthorKind AuthorKind { get; set; }

    /// <summary>The author's followers.</summary>
    public long Followers { get; set; }

    /// <summary>Likes.</summary>
    public long Likes { get; set; }

    /// <summary>Shares.</summary>
    public long Shares { get; set; }

    /// <summary>Comments.</summary>
    public long Comments { get; set; }

    /// <summary>Views.</summary>
    public long Views { get; set; }

    /// <summary>Whether it came with an author.</summary>
    public bool HasAuthor => !AuthorId.IsEmpty || !AuthorHandle.IsEmpty;

    /// <summary>Makes it ready for the next line.</summary>
    public void Clear()
    {
        Seen = MentionFields.None;
        Channel = null;
        Language = null;
        CreatedAt = null;
        Id.Clear();
        Text.Clear();
        AuthorId.Clear();
        AuthorHandle.Clear();
        (Kind, AuthorKind) = (MentionKind.Original, AuthorKind.Unknown);
        (Followers, Likes, Shares, Comments, Views) =
            (MentionRecord.Unknown, MentionRecord.Unknown, MentionRecord.Unknown, MentionRecord.Unknown, MentionRecord.Unknown);
    }
}
