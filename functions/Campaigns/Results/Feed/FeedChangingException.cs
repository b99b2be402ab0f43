namespace Campaigns.Results.Feed;

/// <summary>A roll-up came between the reads each time: what was read is of no one moment.</summary>
public sealed class FeedChangingException() : Exception("The figures changed each time they were read.");
