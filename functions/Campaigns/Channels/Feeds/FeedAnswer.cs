namespace Campaigns.Channels.Feeds;

/// <summary>What fetching a feed came to: the feed, or the page that its absence makes.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Bad">Why there is none.</param>
/// <param name="Requests">How many requests it took; redirects are further ones.</param>
internal sealed record FeedAnswer(Feed? Feed, SearchPage? Bad, int Requests);
