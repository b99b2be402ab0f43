using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Insight.Language;

/// <summary>Answers with what the analysis of a campaign's texts may cost and has cost.</summary>
/// <param name="reader">Does it.</param>
public sealed class GetInsight(InsightReader reader)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(GetInsight))]
    [Roles(Role.Reader)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/campaigns/{campaignId}/insight")] HttpRequest request,
        string campaignId,
        CancellationToken cancellationToken) => reader.ReadAsync(campaignId, cancellationToken);
}
