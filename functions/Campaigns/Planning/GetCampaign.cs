using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Planning;

/// <summary>Answers with a campaign.</summary>
/// <param name="planner">Does it.</param>
public sealed class GetCampaign(CampaignPlanner planner)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(GetCampaign))]
    [Roles(Role.Reader, Role.Approver, Role.Responder)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/campaigns/{campaignId}")] HttpRequest request,
        string campaignId,
        CancellationToken cancellationToken) => planner.GetAsync(campaignId, request, cancellationToken);
}
