namespace Campaigns.Results.Feed;

/// <summary>Reads the rows of a page, one after the other, and knows in the end where the next page begins.</summary>
/// <param name="query">What is asked.</param>
/// <param name="scope">Which rows are wanted at all.</param>
/// <param name="size">How many rows fill a page.</param>
internal sealed class FeedPage(FeedQuery query, FeedScope scope, int size)
{
    private object?[]? last;

    /// <summary>The key of the last row; null where no page follows. Known once all rows were read.</summary>
    public string? Next { get; private set; }

    /// <summary>How many rows are still wanted of the pages that follow; null for all.</summary>
    public long? Left => query.Top - size;

    /// <summary>The rows of the page. In the order of keys they come as they are read; in another order the page's own rows are held, and no others.</summary>
    public async IAsyncEnumerable<object?[]> RowsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = Math.Min(size, query.Top ?? size);
        var given = 0L;
        await foreach (var row in (query.IsByKey ? InOrderOfKeys(cancellationToken) : InAnotherOrder(cancellationToken)).WithCancellation(cancellationToken))
        {
            if (given == wanted)
            {
                Next = wanted == size && query.Top != size ? (string)last![0]! : null;
                yield break;
            }

            given++;
            yield return last = row;
        }
    }

    /// <summary>How many rows there are in all, whatever the page.</summary>
    public static async Task<long> CountAsync(FeedQuery query, FeedScope scope, CancellationToken cancellationToken) =>
        await query.Set.ReadAsync(scope with { After = null }, cancellationToken).Where(query.Lets).LongCountAsync(cancellationToken);

    /// <summary>The row of a key; null where there is none. Rows are read from just before it.</summary>
    public static async Task<object?[]?> FindAsync(FeedQuery query, FeedScope scope, string key, CancellationToken cancellationToken) =>
        await query.Set.ReadAsync(scope with { After = key.Length > 1 ? key[..^1] : null }, cancellationToken)
            .TakeWhile(row => string.CompareOrdinal((string)row[0]!, key) <= 0)
            .FirstOrDefaultAsync(row => (string)row[0]! == key, cancellationToken);

    private IAsyncEnumerable<object?[]> InOrderOfKeys(CancellationToken cancellationToken) => query.Set.ReadAsync(scope, cancellationToken)
        .Where(row => (scope.After is null || string.CompareOrdinal((string)row[0]!, scope.After) > 0) && query.Lets(row))
        .Skip((int)Math.Min(query.Skip, int.MaxValue));

    private async IAsyncEnumerable<object?[]> InAnotherOrder([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await FeedTurns.ReadAsync(scope.Caller, () => OrderedAsync(cancellationToken), cancellationToken))
        {
            yield return row;
        }
    }

    private async Task<IReadOnlyList<object?[]>> OrderedAsync(CancellationToken cancellationToken)
    {
        var all = scope with { After = null };
        var after = scope.After is { } key ? await FindAsync(query, all, key, cancellationToken) ?? throw new FeedGoneException() : null;
        var (order, most) = (Comparer<object?[]>.Create(query.Compare), (int)(size + 1 + query.Skip));
        // The last one of the best so far is the first to go.
        var best = new PriorityQueue<object?[], object?[]>(Comparer<object?[]>.Create((one, other) => query.Compare(other, one)));
        await foreach (var row in query.Set.ReadAsync(all, cancellationToken).Where(row => query.Lets(row) && (after is null || order.Compare(row, after) > 0)).WithCancellation(cancellationToken))
        {
            if (best.Count < most)
            {
                best.Enqueue(row, row);
            }
            else
            {
                best.EnqueueDequeue(row, row);
            }
        }

        return [.. best.UnorderedItems.Select(item => item.Element).Order(order).Skip((int)query.Skip)];
    }
}
