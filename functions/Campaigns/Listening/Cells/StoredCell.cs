using Azure;

namespace Campaigns.Listening.Cells;

/// <summary>A cell as it was read.</summary>
/// <param name="Cell">Its records.</param>
/// <param name="ETag">Storage's tag; null where nothing is stored yet.</param>
/// <param name="Retractions">See <see cref="CellVersion.Retractions"/>.</param>
public sealed record StoredCell(Cell Cell, ETag? ETag, long Retractions = 0);
