using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Listening.Search;

/// <summary>Answers with where a campaign is listened for, how far that is, and what it costs.</summary>
/// <param name="reader">Does it.</param>
public sealed class GetListening(ListeningReader reader)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(GetListening))]
    [Roles(Role.Reader)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/campaigns/{campaignId}/listening")] HttpRequest request,
        string campaignId,
        CancellationToken cancellationToken) => reader.ReadAsync(campaignId, cancellationToken);
}
