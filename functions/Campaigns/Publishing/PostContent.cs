using System.Text.Encodings.Web;
using System.Text.Json;
using Campaigns.Channels;
using Campaigns.Planning;

namespace Campaigns.Publishing;

/// <summary>The part of a post's document that people will see.</summary>
/// <param name="Text">The text where a channel has no variant of its own.</param>
/// <param name="Variants">Texts of channels where tone or length differs.</param>
/// <param name="Media">Pictures.</param>
/// <param name="Link">Where it leads.</param>
public sealed record PostContent(string Text, IReadOnlyDictionary<string, string>? Variants, IReadOnlyList<MediaItem>? Media, Uri? Link)
{
    /// <summary>How documents are written to storage and read back: letters of every script stay one character each, since storage counts them.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a channel is to show.</summary>
    /// <param name="channel">The channel.</param>
    public ChannelContent For(Channel channel) => new(Variants?.GetValueOrDefault(channel.Name) ?? Text, Media ?? [], Link);

    /// <summary>Whether a channel has a text of its own.</summary>
    /// <param name="channel">The channel.</param>
    public bool Varies(Channel channel) => Variants?.ContainsKey(channel.Name) == true;
}
