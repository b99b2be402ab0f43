using Campaigns.Results.Objectives;

namespace Campaigns.Results.Report;

/// <summary>How far an objective is met.</summary>
/// <param name="Layer">Output, outtake, outcome or impact.</param>
/// <param name="Name">What it is about.</param>
/// <param name="By">The last day on which reaching it is in time.</param>
/// <param name="Baseline">What the figure was before; null where nobody knows.</param>
/// <param name="Target">What it is to be.</param>
/// <param name="Unit">What is written behind these numbers, such as <c>%</c>; empty for plain ones.</param>
/// <param name="Figure">The figure now, by its id.</param>
/// <param name="Now">What it is.</param>
/// <param name="Origin">How the figure came about: one of <see cref="ReportOrigin"/>.</param>
/// <param name="Progress">Which part of the way is gone, 1 for all of it; null where that is unknown.</param>
/// <param name="Forecast">What the figure comes to on that day if it goes on as it did; null where nobody can tell, and once the day is over.</param>
/// <param name="State">One of <see cref="ObjectiveState"/>.</param>
/// <param name="Why">Why the state is unknown, or null.</param>
public sealed record ReportObjective(
    string Layer, string Name, DateOnly By, decimal? Baseline, decimal? Target, string Unit, string Figure, ReportCell Now, string Origin, double? Progress, decimal? Forecast, string State, string? Why);
