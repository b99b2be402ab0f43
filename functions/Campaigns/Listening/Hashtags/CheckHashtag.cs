using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Listening.Hashtags;

/// <summary>Says what speaks for and against a hashtag before a campaign takes it.</summary>
/// <param name="check">Does it.</param>
public sealed class CheckHashtag(HashtagCheck check)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="tag">The hashtag, with or without its sign.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(CheckHashtag))]
    [Roles(Role.Manager, Role.Approver)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/hashtags/{tag}/check")] HttpRequest request,
        string tag,
        CancellationToken cancellationToken) => check.RunAsync(tag, request, cancellationToken);
}
