namespace Campaigns.Results.Feed;

/// <summary>The row behind which a page begins is there no more: where it stood in an order of another column, nobody knows.</summary>
public sealed class FeedGoneException() : Exception("The row behind which this page begins is gone; read the set from its beginning.");
