using Campaigns.Listening.Cells;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Results.RollUps;

/// <summary>Rolls up a campaign whose cells changed.</summary>
/// <param name="writer">Does it.</param>
public sealed class RollUp(RollUpWriter writer)
{
    /// <summary>The trigger.</summary>
    /// <param name="message">The campaign.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(RollUp))]
    public Task Run(
        [QueueTrigger("%Listening:RollUpsQueue%")] RollUpMessage message,
        CancellationToken cancellationToken) => writer.RollUpAsync(message, cancellationToken);
}
