using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Http;

/// <summary>Gives messages that were given up back to their queues.</summary>
/// <param name="replay">Does it.</param>
public sealed class ReplayPoison(PoisonReplay replay)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(ReplayPoison))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/poison/replay")] HttpRequest request,
        CancellationToken cancellationToken) => replay.ReplayAsync(request, cancellationToken);
}
