namespace Campaigns.Results;

/// <summary>What a campaign's mentions came to at one moment.</summary>
/// <param name="AsOf">The moment: every change before it is in the figures.</param>
/// <param name="Plan">What of the plan the figures depend on; see <see cref="FoldPlan"/>.</param>
/// <param name="Totals">The figures.</param>
/// <param name="Channels">The figures of each channel.</param>
public sealed record Summary(DateTimeOffset AsOf, string Plan, Totals Totals, IReadOnlyDictionary<string, ChannelTotals> Channels);
