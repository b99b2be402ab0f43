using Azure;

namespace Campaigns.Listening.Cells;

/// <summary>Says that a cell changed since its campaign was last rolled up.</summary>
/// <param name="Id">The cell.</param>
/// <param name="ETag">The row's tag as it was read: a later change of the cell has given it another one.</param>
public sealed record DirtyCell(CellId Id, ETag ETag);
