using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Webhooks;

/// <summary>Removes an incoming webhook.</summary>
/// <param name="desk">Does it.</param>
public sealed class DeleteIncomingWebhook(WebhookDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The webhook.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(DeleteIncomingWebhook))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/webhooks/incoming/{name}")] HttpRequest request,
        string name,
        CancellationToken cancellationToken) => desk.DeleteAsync(WebhookKind.Incoming, name, cancellationToken);
}
