namespace Campaigns.Listening.Cells;

/// <summary>How many shards each hour has: its first writer says so once, in storage, and every writer goes by that.</summary>
/// <param name="cells">Where it stands.</param>
/// <param name="cache">What this process holds of it.</param>
public sealed class HourShards(CellTable cells, CellCache cache)
{
    /// <summary>The number of shards of an hour; the wanted one where nobody wrote it before.</summary>
    /// <param name="id">A cell of the hour.</param>
    /// <param name="wanted">How many there should be.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The number. One is not yet certain where nothing is stored: the first write of the cell says it, and fails if another writer said more.</returns>
    public async ValueTask<int> CountAsync(CellId id, int wanted, CancellationToken cancellationToken)
    {
        var first = id with { Shard = 0 };
        var held = cache.Of(first);
        if (held.Shards is { } known)
        {
            return known;
        }

        var state = held.State ?? await cells.ReadStateAsync(first, cancellationToken);
        if (state.ETag is null && wanted > 1)
        {
            await cells.AddShardsAsync(first, wanted, cancellationToken);
            state = await cells.ReadStateAsync(first, cancellationToken);
        }

        held.State ??= state;
        return state.ETag is null ? 1 : (held.Shards = state.Shards).Value;
    }

    /// <summary>What this process held was wrong: the next question is asked of storage.</summary>
    /// <param name="id">A cell of the hour.</param>
    public void Forget(CellId id)
    {
        var held = cache.Of(id with { Shard = 0 });
        (held.State, held.Shards) = (null, null);
    }
}
