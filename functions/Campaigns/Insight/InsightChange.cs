using Campaigns.Listening.Cells;

namespace Campaigns.Insight;

/// <summary>What an analysed batch changes: all of it is written together, or nothing.</summary>
/// <param name="Hour">The campaign and the hour.</param>
/// <param name="Before">Which mentions were looked at before.</param>
/// <param name="Looked">Which are now.</param>
/// <param name="Day">The day's totals now, under the tag of those before.</param>
/// <param name="Phrases">The day's phrases now, under the tag of those before; null where there is nothing new.</param>
internal sealed record InsightChange(CellId Hour, LookedAt Before, LookedAt Looked, StoredRow<InsightDay> Day, StoredRow<PhraseCounts>? Phrases);
