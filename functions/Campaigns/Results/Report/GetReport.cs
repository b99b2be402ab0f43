using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Results.Report;

/// <summary>Answers with a campaign's report.</summary>
/// <param name="desk">Does it.</param>
public sealed class GetReport(ReportDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(GetReport))]
    [Roles(Role.Reader, KeyInQuery = true)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/campaigns/{campaignId}/results/report")] HttpRequest request,
        string campaignId,
        CancellationToken cancellationToken) => desk.ReadAsync(campaignId, request, cancellationToken);
}
