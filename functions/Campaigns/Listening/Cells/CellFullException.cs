namespace Campaigns.Listening.Cells;

/// <summary>
/// A cell has no number left for a further page. With pages of 32 KiB and more that is more than seven million mentions in one hour and shard:
/// a guard, so that a broken writer fails loudly instead of giving a number twice.
/// </summary>
/// <param name="cell">The cell.</param>
/// <param name="most">How many pages a cell may have.</param>
public sealed class CellFullException(CellId cell, int most) : Exception(
    $"The hour {cell.HourText}, shard {cell.Shard}, of campaign {cell.Campaign} has {most} sealed pages and takes no more mentions.");
