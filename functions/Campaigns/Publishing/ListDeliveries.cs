using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Publishing;

/// <summary>Lists the publication ledger.</summary>
/// <param name="shelf">Does it.</param>
public sealed class ListDeliveries(DeliveryShelf shelf)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(ListDeliveries))]
    [Roles(Role.Approver, Role.Responder)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/campaigns/{campaignId}/deliveries")] HttpRequest request,
        string campaignId,
        CancellationToken cancellationToken) => shelf.ListAsync(campaignId, request, cancellationToken);
}
