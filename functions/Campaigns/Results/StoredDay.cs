using Azure;

namespace Campaigns.Results;

/// <summary>A day as it was read.</summary>
/// <param name="Day">The local day.</param>
/// <param name="Json">Its figures, as stored.</param>
/// <param name="ETag">Storage's tag.</param>
public sealed record StoredDay(string Day, string Json, ETag ETag);
