using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Publishing;

/// <summary>Answers with a post.</summary>
/// <param name="shelf">Does it.</param>
public sealed class GetPost(PostShelf shelf)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="postId">The post.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(GetPost))]
    [Roles(Role.Approver, Role.Responder)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/campaigns/{campaignId}/posts/{postId}")] HttpRequest request,
        string campaignId,
        string postId,
        CancellationToken cancellationToken) => shelf.GetAsync(campaignId, postId, request, cancellationToken);
}
