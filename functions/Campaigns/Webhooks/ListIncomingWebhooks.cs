using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Webhooks;

/// <summary>Lists incoming webhooks.</summary>
/// <param name="desk">Does it.</param>
public sealed class ListIncomingWebhooks(WebhookDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(ListIncomingWebhooks))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/webhooks/incoming")] HttpRequest request,
        CancellationToken cancellationToken) => desk.ListAsync(WebhookKind.Incoming, request, cancellationToken);
}
