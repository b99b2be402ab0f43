namespace Campaigns.Results.Feed;

/// <summary>An entity set of the feed: a dimension, or facts of one grain.</summary>
/// <param name="name">Its name.</param>
/// <param name="type">The name of its entities' type.</param>
/// <param name="columns">Its columns; the first one is the key, and a text.</param>
internal abstract class FeedSet(string name, string type, IReadOnlyList<FeedColumn> columns)
{
    public string Name => name;

    public string TypeName => type;

    public IReadOnlyList<FeedColumn> Columns => columns;

    /// <summary>
    /// Rows in ascending order of their keys, compared as UTF-16. What the scope leaves out need not be given, and may be: who reads filters
    /// again.
    /// </summary>
    public abstract IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, CancellationToken cancellationToken);
}
