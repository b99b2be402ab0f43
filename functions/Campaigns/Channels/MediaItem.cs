namespace Campaigns.Channels;

/// <summary>A picture of a post.</summary>
/// <param name="Url">Where it is fetched from when the post goes out.</param>
/// <param name="Alt">What it shows, for people who do not see it.</param>
public sealed record MediaItem(Uri Url, string Alt);
