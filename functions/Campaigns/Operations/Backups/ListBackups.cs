using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Operations.Backups;

/// <summary>Lists the backups.</summary>
/// <param name="desk">Where they are listed.</param>
public sealed class ListBackups(RestoreDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    [Function(nameof(ListBackups))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/backups")] HttpRequest request,
        CancellationToken cancellationToken) => desk.ListAsync(cancellationToken);
}
