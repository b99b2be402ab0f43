using Azure;
using Campaigns.Listening.Cells;

namespace Campaigns.Tests.Listening.Cells;

/// <summary>A cell as it was read.</summary>
/// <param name="Cell">Its records.</param>
/// <param name="ETag">Storage's tag; null where nothing is stored yet.</param>
/// <param name="Retractions">How often something was taken back in it.</param>
public sealed record StoredCell(Cell Cell, ETag? ETag, long Retractions = 0);
