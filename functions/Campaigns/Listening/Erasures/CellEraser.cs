using System.Collections.Frozen;
using Campaigns.Listening.Cells;

namespace Campaigns.Listening.Erasures;

/// <summary>Erases people from cells: their keys become tokens, in sealed pages too.</summary>
/// <param name="cells">Where cells rest.</param>
/// <param name="time">The clock.</param>
public sealed class CellEraser(CellTable cells, TimeProvider time)
{
    private const int MostTries = 20;

    /// <summary>Erases people from a cell.</summary>
    /// <param name="id">The cell.</param>
    /// <param name="erased">Who, by their keys.</param>
    /// <param name="cancellationToken">Cancels the work, which may be done again.</param>
    /// <returns>Whether any of them was in it; null where others wrote the cell all the time, and it is to be tried again later.</returns>
    internal async Task<bool?> EraseAsync(CellId id, FrozenDictionary<UInt128, ErasedAuthor> erased, CancellationToken cancellationToken)
    {
        var contention = new Contention();
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            // Nothing of it goes into the cache: who looks through a whole campaign would drive out what is counted now.
            var state = await cells.ReadStateAsync(id, cancellationToken);
            var pages = (await cells.LoadAsync(id, new HeldCell(), state, cancellationToken)).First(state.Sealed);
            if (CellErasure.Of(state.Open, pages, erased) is not { } erasure)
            {
                return attempt > 0;
            }

            if (await cells.RewriteAsync(id, state, erasure.Open, erasure.Sealed, cancellationToken))
            {
                return true;
            }

            contention.Lost();
            await Task.Delay(contention.Wait(Random.Shared.NextDouble()), time, cancellationToken);
        }

        return null;
    }
}
