namespace Campaigns.Channels;

/// <summary>What one channel is asked to show: the post's text in that channel's variant, its pictures and its link.</summary>
/// <param name="Text">The text, as a person wrote it.</param>
/// <param name="Media">Pictures in the order in which they are shown.</param>
/// <param name="Link">Where the post leads, or null.</param>
public sealed record ChannelContent(string Text, IReadOnlyList<MediaItem> Media, Uri? Link);
