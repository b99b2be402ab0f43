using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Operations.Backups;

/// <summary>Restores a backup into empty tables.</summary>
/// <param name="desk">Does it.</param>
public sealed class RestoreBackup(RestoreDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="backupId">The backup.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(RestoreBackup))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/backups/{backupId}/restore")] HttpRequest request,
        string backupId,
        CancellationToken cancellationToken) => desk.RestoreAsync(backupId, request, cancellationToken);
}
