namespace Campaigns.Channels;

/// <summary>One question to a channel.</summary>
/// <param name="Hashtag">The hashtag as it compares, without its <c>#</c>.</param>
/// <param name="Feed">Which place to ask, where the channel has several; else null.</param>
/// <param name="From">Items made at or after this time.</param>
/// <param name="To">Items made before this time.</param>
/// <param name="Cursor">What the page before gave to go on with; null asks for the newest.</param>
public sealed record SearchQuery(string Hashtag, Uri? Feed, DateTimeOffset From, DateTimeOffset To, string? Cursor);
