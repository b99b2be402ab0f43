using Campaigns.Http;
using Campaigns.Results.Timeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Results.Exports;

/// <summary>Answers with a campaign's timeline as CSV, at an address of its own: spreadsheets fetch it by that.</summary>
/// <param name="reader">Does it.</param>
public sealed class GetTimelineCsv(TimelineReader reader)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(GetTimelineCsv))]
    [Roles(Role.Reader, KeyInQuery = true)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/campaigns/{campaignId}/results/timeline.csv")] HttpRequest request,
        string campaignId,
        CancellationToken cancellationToken) => reader.ReadAsync(campaignId, AnswerFormat.Csv, request, cancellationToken);
}
