namespace Campaigns.Results.Report;

/// <summary>What happened on a channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Mentions">Mentions.</param>
/// <param name="Uses">Uses of the hashtags.</param>
/// <param name="Contributors">Distinct authors.</param>
/// <param name="PotentialReach">Their followers.</param>
public sealed record ReportChannel(string Channel, string Name, ReportCell Mentions, ReportCell Uses, ReportCell Contributors, ReportCell PotentialReach);

/// <summary>A number of a table.</summary>
/// <param name="Value">The number; null where it is not known.</param>
/// <param name="Status">One of <see cref="FigureStatus"/>.</param>
/// <param name="Shown">As the report writes it: the number, or in a word why there is none.</param>
public sealed record ReportCell(decimal? Value, string Status, string Shown);
