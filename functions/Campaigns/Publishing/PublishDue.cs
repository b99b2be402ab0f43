using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Publishing;

/// <summary>Looks for what is due.</summary>
/// <param name="tick">Does it.</param>
public sealed class PublishDue(DueTick tick)
{
    /// <summary>The trigger.</summary>
    /// <param name="timer">When it should have run.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(PublishDue))]
    public Task Run(
        [TimerTrigger($"%{PublishingOptions.SectionName}:{nameof(PublishingOptions.TickSchedule)}%")] TimerInfo timer,
        CancellationToken cancellationToken) => tick.RunAsync(cancellationToken);
}
