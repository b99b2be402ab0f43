namespace Campaigns.Channels;

/// <summary>One item that a search found, on its way into the counters: nothing of its text or author is stored or logged.</summary>
public sealed record FoundItem
{
    /// <summary>Its id, the same wherever and whenever it is found.</summary>
    public required string Id { get; init; }

    /// <summary><c>original</c>, <c>reply</c>, <c>share</c> or <c>quote</c>.</summary>
    public string Kind { get; init; } = "original";

    /// <summary>When it was made, from the one field that the channel's hours are taken from.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What it says, as plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The language that the channel says it is in, as a language tag; null where unknown.</summary>
    public string? Language { get; init; }

    /// <summary>The author's lasting id; null where the channel does not say.</summary>
    public string? AuthorId { get; init; }

    /// <summary>The author's handle.</summary>
    public string? AuthorHandle { get; init; }

    /// <summary>The author's followers; null where unknown.</summary>
    public long? Followers { get; init; }

    /// <summary>Likes; null where unknown.</summary>
    public long? Likes { get; init; }

    /// <summary>How often it was passed on; null where unknown.</summary>
    public long? Shares { get; init; }

    /// <summary>Answers to it; null where unknown.</summary>
    public long? Comments { get; init; }

    /// <summary>How often it was seen; null where unknown.</summary>
    public long? Views { get; init; }

    /// <summary>Where a person sees it.</summary>
    public Uri? Url { get; init; }

    /// <summary>Says nothing of who said what, wherever it is printed.</summary>
    public override string ToString() => nameof(FoundItem);
}
