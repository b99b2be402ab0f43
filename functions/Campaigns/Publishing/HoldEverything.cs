using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Publishing;

/// <summary>Holds everything back, in every campaign.</summary>
/// <param name="control">Does it.</param>
public sealed class HoldEverything(PostControl control)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(HoldEverything))]
    [Roles(Role.Approver)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/hold")] HttpRequest request,
        CancellationToken cancellationToken) => control.HoldEverythingAsync(cancellationToken);
}
