using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Http;

/// <summary>Shows which messages were given up.</summary>
/// <param name="shelf">Where they lie.</param>
public sealed class ListPoison(PoisonShelf shelf)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    [Function(nameof(ListPoison))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/poison")] HttpRequest request,
        CancellationToken cancellationToken) => shelf.ListAsync(request, cancellationToken);
}
