using System.Text.Json;
using Azure;
using Campaigns.Channels;
using Campaigns.Planning;

namespace Campaigns.Publishing;

/// <summary>Content to publish, and when.</summary>
public sealed record Post
{
    /// <summary>Its id.</summary>
    public required PostId Id { get; init; }

    /// <summary>The document as it is stored: as it was put, with its times in the campaign's zone.</summary>
    public required string Document { get; init; }

    /// <summary>When it is due.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>After this it is pointless; null for never.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>When it was first put.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last put.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Names the write that made it what it is: whoever meets a conflict sees whether it was his own write.</summary>
    public required string WriteToken { get; init; }

    /// <summary>Storage's tag.</summary>
    public ETag ETag { get; init; }

    /// <summary>What a channel is to show.</summary>
    /// <param name="channel">The channel.</param>
    public ChannelContent ContentFor(Channel channel) => JsonSerializer.Deserialize<PostContent>(Document, PostContent.Json)!.For(channel);
}
