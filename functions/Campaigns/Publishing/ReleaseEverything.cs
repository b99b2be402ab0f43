using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Publishing;

/// <summary>Lets everything go out again.</summary>
/// <param name="control">Does it.</param>
public sealed class ReleaseEverything(PostControl control)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(ReleaseEverything))]
    [Roles(Role.Approver)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/release")] HttpRequest request,
        CancellationToken cancellationToken) => control.ReleaseEverythingAsync(cancellationToken);
}
