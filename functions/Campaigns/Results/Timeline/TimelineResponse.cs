namespace Campaigns.Results.Timeline;

/// <summary>The answer of <c>GET /campaigns/{id}/results/timeline</c>.</summary>
/// <param name="Grain"><c>hour</c> or <c>day</c>.</param>
/// <param name="TimeZone">The zone of the rows.</param>
/// <param name="AsOf">Every change before this moment is in the figures; null before the first roll-up.</param>
/// <param name="People">The status of the figures about people: <c>value</c> by the day, <c>suppressed</c> by the hour.</param>
/// <param name="Sentiment">The status of what is felt: <c>value</c> by the day, <c>suppressed</c> by the hour.</param>
/// <param name="Rows">Without a gap from the first row with mentions to the last; a row without mentions is zero.</param>
/// <param name="Unions">What the rows tell of the whole; null by the hour.</param>
public sealed record TimelineResponse(
    string Grain, string TimeZone, DateTimeOffset? AsOf, string People, string Sentiment, IReadOnlyList<TimelineRow> Rows, TimelineUnions? Unions);
