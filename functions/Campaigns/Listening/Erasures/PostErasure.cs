using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Listening.Erasures;

/// <summary>Erases an author from every campaign.</summary>
/// <param name="desk">Does it.</param>
public sealed class PostErasure(ErasureDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(PostErasure))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/erasures")] HttpRequest request,
        CancellationToken cancellationToken) => desk.PostAsync(request, cancellationToken);
}
