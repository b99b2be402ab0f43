using System.Collections.Frozen;
using System.Globalization;
using Campaigns.Listening.Cells;

namespace Campaigns.Listening.Erasures;

/// <summary>Looks a campaign through for people who are erased: every cell, and the list of supporters.</summary>
/// <param name="cells">Where cells rest.</param>
/// <param name="eraser">Erases from a cell.</param>
/// <param name="supporters">Erases from the list of supporters.</param>
/// <param name="requests">Asks for the roll-up that a change calls for.</param>
/// <param name="table">Where it is kept how far this came.</param>
/// <param name="time">The clock.</param>
public sealed class CampaignEraser(CellTable cells, CellEraser eraser, SupporterEraser supporters, RollUpRequests requests, ErasureTable table, TimeProvider time)
{
    /// <summary>So many cells are looked through between two notes of how far it came.</summary>
    private const int CellsAtOnce = 50;

    /// <summary>Looks through what is left of a campaign.</summary>
    /// <param name="receipt">The erasure.</param>
    /// <param name="part">What is to be done.</param>
    /// <param name="until">When to stop and go on later, by <see cref="TimeProvider.GetTimestamp"/>.</param>
    /// <param name="cancellationToken">Cancels the work, which goes on where it was noted last.</param>
    /// <returns>The part as it stands, and whether all was looked through; null where another worker is at it.</returns>
    public async Task<(ErasurePart Part, bool IsDone)?> EraseAsync(ErasureReceipt receipt, ErasurePart part, long until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(part);
        var erased = part.Erased.ToFrozenDictionary(author => author.Key);
        var versions = await cells.ListAsync(part.Campaign, part.Generation, cancellationToken);
        var done = true;
        foreach (var chunk in versions.Where(version => string.CompareOrdinal(CursorOf(version.Id), part.Cursor) > 0).Chunk(CellsAtOnce))
        {
            foreach (var version in chunk)
            {
                if (await eraser.EraseAsync(version.Id, erased, cancellationToken) is not { } found)
                {
                    done = false;
                    break;
                }

                part = part with { FoundIn = found ? receipt.Step : part.FoundIn, Cursor = CursorOf(version.Id) };
            }

            done = done && time.GetTimestamp() < until;
            if (await table.UpdateAsync(receipt.Id, part, cancellationToken) is not { } noted)
            {
                return null;
            }

            part = noted;
            if (!done)
            {
                break;
            }
        }

        if (done && await supporters.EraseAsync(part, cancellationToken))
        {
            part = part with { FoundIn = receipt.Step };
        }

        if (part.FoundIn == receipt.Step)
        {
            await requests.AskAsync(new CellId(part.Campaign, part.Generation, 0), cancellationToken);
        }

        return (part, done);
    }

    private static string CursorOf(CellId id) => string.Create(CultureInfo.InvariantCulture, $"{id.HourText}.{id.Shard:00}");
}
