using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Webhooks;

/// <summary>Gives an outgoing webhook a new secret.</summary>
/// <param name="desk">Does it.</param>
public sealed class RotateOutgoingWebhook(WebhookDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The webhook.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(RotateOutgoingWebhook))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/outgoing/{name}/rotate")] HttpRequest request,
        string name,
        CancellationToken cancellationToken) => desk.RotateAsync(WebhookKind.Outgoing, name, request, cancellationToken);
}
