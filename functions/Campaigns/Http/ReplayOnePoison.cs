using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Http;

/// <summary>Gives one message that was given up back to its queue.</summary>
/// <param name="replay">Does it.</param>
public sealed class ReplayOnePoison(PoisonReplay replay)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="poisonId">The message, as <see cref="ListPoison"/> names it.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(ReplayOnePoison))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/poison/{poisonId}/replay")] HttpRequest request,
        string poisonId,
        CancellationToken cancellationToken) => replay.ReplayOneAsync(poisonId, cancellationToken);
}
