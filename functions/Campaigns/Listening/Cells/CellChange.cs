namespace Campaigns.Listening.Cells;

/// <summary>What a merge makes of a cell: one transaction writes it.</summary>
/// <param name="Open">The open page as it is to be.</param>
/// <param name="Sealed">The pages that become full by it, and are never written again.</param>
/// <param name="Retractions">See <see cref="CellVersion.Retractions"/>: the whole number, not the difference.</param>
/// <param name="News">How many mentions the cell did not hold before.</param>
internal sealed record CellChange(CellPage Open, IReadOnlyList<CellPage> Sealed, long Retractions, int News);
