using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Webhooks;

/// <summary>Lists outgoing webhooks.</summary>
/// <param name="desk">Does it.</param>
public sealed class ListOutgoingWebhooks(WebhookDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(ListOutgoingWebhooks))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/webhooks/outgoing")] HttpRequest request,
        CancellationToken cancellationToken) => desk.ListAsync(WebhookKind.Outgoing, request, cancellationToken);
}
