using Azure;

namespace Campaigns.Listening.Cells;

/// <summary>A cell as it was read, its records yet to be gone through.</summary>
/// <param name="Records">The records.</param>
/// <param name="ETag">Storage's tag of its open page; null where nothing is stored yet.</param>
/// <param name="Retractions">See <see cref="CellVersion.Retractions"/>.</param>
public sealed record StoredRecords(CellRecords Records, ETag? ETag, long Retractions);
