using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Listening.Erasures;

/// <summary>Tells how far an erasure is.</summary>
/// <param name="desk">Does it.</param>
public sealed class GetErasure(ErasureDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="erasureId">The erasure.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(GetErasure))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/erasures/{erasureId}")] HttpRequest request,
        string erasureId,
        CancellationToken cancellationToken) => desk.GetAsync(erasureId, cancellationToken);
}
