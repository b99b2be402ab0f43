using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Listening.Supporters;

/// <summary>Answers with whom a campaign names.</summary>
/// <param name="desk">Does it.</param>
public sealed class GetSupporters(SupporterDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(GetSupporters))]
    [Roles(Role.Manager, Role.Reader)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/campaigns/{campaignId}/supporters")] HttpRequest request,
        string campaignId,
        CancellationToken cancellationToken) => desk.GetAsync(campaignId, request, cancellationToken);
}
