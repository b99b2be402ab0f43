namespace Campaigns.Results.Report;

/// <summary>What happened when.</summary>
/// <param name="Days">How many days a row has; the last one may have fewer.</param>
/// <param name="Rows">The campaign so far, without a gap; empty before anything was counted.</param>
public sealed record ReportTimeline(int Days, IReadOnlyList<ReportTimelineRow> Rows);

/// <summary>A day, or several, of a campaign.</summary>
/// <param name="From">The first local day.</param>
/// <param name="To">The last one.</param>
/// <param name="Mentions">Mentions.</param>
/// <param name="Uses">Uses of the hashtags.</param>
public sealed record ReportTimelineRow(DateOnly From, DateOnly To, long Mentions, long Uses);
