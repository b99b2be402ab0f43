namespace Campaigns.Results.Feed;

/// <summary>A part of a query that OData has and this feed does not.</summary>
/// <param name="message">Which, for the caller.</param>
public sealed class UnsupportedQueryException(string message) : Exception(message);
