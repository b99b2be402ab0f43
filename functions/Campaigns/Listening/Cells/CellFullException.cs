namespace Campaigns.Listening.Cells;

/// <summary>A cell's records do not fit the one entity that holds them.</summary>
/// <param name="cell">The cell.</param>
/// <param name="bytes">How many bytes they take.</param>
/// <param name="most">How many the entity holds.</param>
public sealed class CellFullException(CellId cell, int bytes, int most) : Exception(
    $"The hour {cell.HourText} of campaign {cell.Campaign} takes {bytes} bytes; a cell holds {most}. Its further mentions are not counted.");
