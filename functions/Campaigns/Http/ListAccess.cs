using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Http;

/// <summary>Lists access keys: whose they are and what they allow, never the keys.</summary>
/// <param name="administrator">Does it.</param>
public sealed class ListAccess(AccessAdministrator administrator)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(ListAccess))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/access")] HttpRequest request,
        CancellationToken cancellationToken) => administrator.ListAsync(request, cancellationToken);
}
