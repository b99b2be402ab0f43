using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Results.Feed;

/// <summary>Answers with what the feed's sets hold.</summary>
/// <param name="desk">Does it.</param>
public sealed class GetFeedMetadata(FeedDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    [Function(nameof(GetFeedMetadata))]
    [Roles(Role.Reader, KeyInQuery = true, OfNoCampaign = true)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/odata/$metadata")] HttpRequest request) => Task.FromResult(desk.Metadata(request));
}
