using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Listening.Intake;

/// <summary>Takes mentions in: a JSON array, NDJSON or CSV.</summary>
/// <param name="collector">Does it.</param>
public sealed class PostMentions(MentionCollector collector)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(PostMentions))]
    [Roles(Role.Ingest)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mentions")] HttpRequest request,
        CancellationToken cancellationToken) => collector.CollectAsync(request, cancellationToken);
}
