namespace Campaigns.Results;

/// <summary>A roll-up as it was read, with storage's tags.</summary>
/// <param name="Summary">The summary; null before the first roll-up.</param>
/// <param name="Days">The days.</param>
public sealed record StoredRollUp(StoredSummary? Summary, IReadOnlyList<StoredDay> Days);
