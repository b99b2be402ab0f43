using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Http;

/// <summary>Makes or replaces an access key.</summary>
/// <param name="administrator">Does it.</param>
public sealed class PutAccess(AccessAdministrator administrator)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">Who holds the key.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(PutAccess))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/access/{name}")] HttpRequest request,
        string name,
        CancellationToken cancellationToken) => administrator.PutAsync(name, request, cancellationToken);
}
