using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Results.Feed;

/// <summary>Answers with the feed's sets.</summary>
/// <param name="desk">Does it.</param>
public sealed class GetFeed(FeedDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    [Function(nameof(GetFeed))]
    [Roles(Role.Reader, KeyInQuery = true, OfNoCampaign = true)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/odata")] HttpRequest request) => Task.FromResult(desk.Document(request));
}
