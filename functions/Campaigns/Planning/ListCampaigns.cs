using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Planning;

/// <summary>Lists campaigns.</summary>
/// <param name="planner">Does it.</param>
public sealed class ListCampaigns(CampaignPlanner planner)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(ListCampaigns))]
    [Roles(Role.Reader, Role.Approver, Role.Responder)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/campaigns")] HttpRequest request,
        CancellationToken cancellationToken) => planner.ListAsync(request, cancellationToken);
}
