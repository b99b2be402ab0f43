using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Webhooks;

/// <summary>Makes an outgoing webhook, or changes it.</summary>
/// <param name="desk">Does it.</param>
public sealed class PutOutgoingWebhook(WebhookDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The webhook.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(PutOutgoingWebhook))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/webhooks/outgoing/{name}")] HttpRequest request,
        string name,
        CancellationToken cancellationToken) => desk.PutAsync(WebhookKind.Outgoing, name, request, cancellationToken);
}
