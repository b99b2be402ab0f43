#nullable enable
namespace Azure.Data.Tables.Wire;

/// <summary>A query's result, fetched page by page as it is read.</summary>
/// <param name="fetch">Gets the page after a continuation token, of at most so many items.</param>
internal sealed class Pages<T>(Func<string?, int?, Page<T>> fetch) : Pageable<T>
    where T : notnull
{
    public override IEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var page = fetch(continuationToken, pageSizeHint);
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(continuationToken));
    }
}

/// <inheritdoc cref="Pages{T}"/>
internal sealed class AsyncPages<T>(Func<string?, int?, ValueTask<Page<T>>> fetch) : AsyncPageable<T>
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var page = await fetch(continuationToken, pageSizeHint).ConfigureAwait(false);
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(continuationToken));
    }
}
