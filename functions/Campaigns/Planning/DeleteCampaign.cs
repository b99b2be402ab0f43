using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Planning;

/// <summary>Archives a campaign.</summary>
/// <param name="planner">Does it.</param>
public sealed class DeleteCampaign(CampaignPlanner planner)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(DeleteCampaign))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/campaigns/{campaignId}")] HttpRequest request,
        string campaignId,
        CancellationToken cancellationToken) => planner.ArchiveAsync(campaignId, request, cancellationToken);
}
