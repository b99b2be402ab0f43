using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Publishing;

/// <summary>Settles a delivery that waits for a person.</summary>
/// <param name="desk">Does it.</param>
public sealed class ResolveDelivery(DeliveryDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="deliveryId">The delivery.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(ResolveDelivery))]
    [Roles(Role.Approver)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/campaigns/{campaignId}/deliveries/{deliveryId}/resolve")] HttpRequest request,
        string campaignId,
        string deliveryId,
        CancellationToken cancellationToken) => desk.ResolveAsync(campaignId, deliveryId, request, cancellationToken);
}
