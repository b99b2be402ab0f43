using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Listening.Search;

/// <summary>Looks for searches that are due.</summary>
/// <param name="tick">Does it.</param>
public sealed class PlanSearches(SearchTick tick)
{
    /// <summary>The trigger.</summary>
    /// <param name="timer">When it should have run.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(PlanSearches))]
    public Task Run(
        [TimerTrigger($"%{SearchOptions.SectionName}:{nameof(SearchOptions.SearchSchedule)}%")] TimerInfo timer,
        CancellationToken cancellationToken) => tick.RunAsync(cancellationToken);
}
