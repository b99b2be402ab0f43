using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Http;

/// <summary>Revokes an access key.</summary>
/// <param name="administrator">Does it.</param>
public sealed class DeleteAccess(AccessAdministrator administrator)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">Who holds the key.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(DeleteAccess))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/access/{name}")] HttpRequest request,
        string name,
        CancellationToken cancellationToken) => administrator.DeleteAsync(name, cancellationToken);
}
