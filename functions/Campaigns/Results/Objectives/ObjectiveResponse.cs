using Campaigns.Results.Reported;

namespace Campaigns.Results.Objectives;

/// <summary>How an objective of the plan stands.</summary>
/// <param name="Name">What people call it, or null.</param>
/// <param name="Metric">Its figure.</param>
/// <param name="Layer">What reaching it shows: output, outtake, outcome or impact.</param>
/// <param name="Channel">The channel, or null.</param>
/// <param name="Account">The account, or null.</param>
/// <param name="Scope">The scope, or null.</param>
/// <param name="By">The last day on which reaching it is in time.</param>
/// <param name="Baseline">What the figure was before.</param>
/// <param name="Target">What it is to be.</param>
/// <param name="Now">What it is; of a figure that is entered by hand, the latest until the objective's day.</param>
/// <param name="Progress">Which part of the way is gone, 1 for all of it.</param>
/// <param name="Expected">Where a straight line from the beginning to the target stands now.</param>
/// <param name="Forecast">What the figure comes to on that day if it goes on as it did.</param>
/// <param name="State">One of <see cref="ObjectiveState"/>.</param>
/// <param name="Why">Why the state is unknown, or null.</param>
public sealed record ObjectiveResponse(
    string? Name, string Metric, string Layer, string? Channel, string? Account, string? Scope, string By, decimal? Baseline, decimal? Target, decimal? Now,
    double? Progress, decimal? Expected, decimal? Forecast, string State, string? Why)
{
    /// <summary>What its figure is about.</summary>
    internal FigureSide Side => new(Channel, Account, Scope);
}
