using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Results.Feed;

/// <summary>Answers with a page of a set.</summary>
/// <param name="desk">Does it.</param>
public sealed class GetFeedRows(FeedDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="set">The set.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(GetFeedRows))]
    [Roles(Role.Reader, KeyInQuery = true, ShowsOwnCampaigns = true)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/odata/{set:regex(^[A-Z])}")] HttpRequest request,
        string set,
        CancellationToken cancellationToken) => desk.ReadAsync(set, request, cancellationToken);
}
