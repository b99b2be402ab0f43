using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Results.Timeline;

/// <summary>Answers with a campaign's timeline.</summary>
/// <param name="reader">Does it.</param>
public sealed class GetTimeline(TimelineReader reader)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(GetTimeline))]
    [Roles(Role.Reader)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/campaigns/{campaignId}/results/timeline")] HttpRequest request,
        string campaignId,
        CancellationToken cancellationToken) => reader.ReadAsync(campaignId, request, cancellationToken);
}
