namespace Campaigns.Results.Feed;

/// <summary>Why the feed does not answer, in OData's form.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A word for programs.</param>
/// <param name="Message">A sentence for people.</param>
internal sealed record FeedFault(int Status, string Code, string Message)
{
    public static FeedFault Changing { get; } = new(503, "changing", "The figures changed each time they were read; ask again in a moment.");

    public static FeedFault BadQuery(string message) => new(400, "badQuery", message);

    public static FeedFault NotFound(string message) => new(404, "notFound", message);

    public static FeedFault NotAcceptable(string message) => new(406, "notAcceptable", message);

    public static FeedFault NotOffered(string message) => new(501, "notImplemented", message);
}
