using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Publishing;

/// <summary>Creates or changes a post.</summary>
/// <param name="editor">Does it.</param>
public sealed class PutPost(PostEditor editor)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="postId">The post.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(PutPost))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/campaigns/{campaignId}/posts/{postId}")] HttpRequest request,
        string campaignId,
        string postId,
        CancellationToken cancellationToken) => editor.PutAsync(campaignId, postId, request, cancellationToken);
}
