using Azure;

namespace Campaigns.Listening.Cells;

public sealed partial class CellTable
{
    /// <summary>The pages of one transaction have together no more bytes than this and the open page's, well below the service's 4 MiB.</summary>
    private const int MostRewritten = 1024 * 1024;

    /// <summary>
    /// Writes pages of a cell anew, which only the erasure of a person does: a few at a time, each time with the open page, so that whoever holds
    /// the cell as it was finds its tag changed and reads it again. It may break off between two times and be done once more.
    /// </summary>
    /// <param name="id">The cell.</param>
    /// <param name="before">As it was read.</param>
    /// <param name="open">The open page as it is to be.</param>
    /// <param name="pages">The sealed pages that change, by their numbers.</param>
    /// <param name="cancellationToken">Cancels the writes.</param>
    /// <returns>False where it was changed meanwhile, perhaps by this very write: reading it again tells.</returns>
    internal async Task<bool> RewriteAsync(
        CellId id, CellState before, CellPage open, IReadOnlyList<(int Number, CellPage Page)> pages, CancellationToken cancellationToken)
    {
        try
        {
            var state = before;
            for (var next = 0; next < pages.Count || state == before;)
            {
                var (first, bytes) = (next, 0);
                while (next < pages.Count && (next == first || bytes + pages[next].Page.Bytes.Length <= MostRewritten))
                {
                    bytes += pages[next++].Page.Bytes.Length;
                }

                // A union over authors that was only added to is wrong from now on.
                var after = state with { Open = open, Retractions = state.Retractions + 1, Rewritten = state.Rewritten + (next > first ? 1 : 0) };
                var written = await table.SubmitTransactionAsync(CellRows.Rewrite(id, state, after, pages.Skip(first).Take(next - first)), cancellationToken);
                state = after with { ETag = written.Value[0].Headers.ETag };
            }

            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            return false;
        }
    }
}
