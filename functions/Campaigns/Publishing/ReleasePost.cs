using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Publishing;

/// <summary>Releases a post that is held.</summary>
/// <param name="control">Does it.</param>
public sealed class ReleasePost(PostControl control)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="postId">The post.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(ReleasePost))]
    [Roles(Role.Approver)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/campaigns/{campaignId}/posts/{postId}/release")] HttpRequest request,
        string campaignId,
        string postId,
        CancellationToken cancellationToken) => control.ReleaseAsync(campaignId, postId, cancellationToken);
}
