using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Listening.Supporters;

/// <summary>Says whom a campaign names: replaces the list whole.</summary>
/// <param name="desk">Does it.</param>
public sealed class PutSupporters(SupporterDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(PutSupporters))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/campaigns/{campaignId}/supporters")] HttpRequest request,
        string campaignId,
        CancellationToken cancellationToken) => desk.PutAsync(campaignId, request, cancellationToken);
}
