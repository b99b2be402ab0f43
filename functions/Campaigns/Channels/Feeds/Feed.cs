namespace Campaigns.Channels.Feeds;

/// <summary>What a feed shows.</summary>
/// <param name="Items">Its items in its own order, as far as they say when they were published.</param>
/// <param name="Undated">How many do not.</param>
/// <param name="LastUndated">When one that does not was last changed, at the latest; null where none says even that.</param>
/// <param name="Next">Where it goes on, where it says so.</param>
internal sealed record Feed(IReadOnlyList<FoundItem> Items, int Undated, DateTimeOffset? LastUndated, Uri? Next);
