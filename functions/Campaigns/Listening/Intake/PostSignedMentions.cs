using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Listening.Intake;

/// <summary>Takes mentions in from an incoming webhook, signed instead of with a key.</summary>
/// <param name="intake">Does it.</param>
public sealed class PostSignedMentions(SignedIntake intake)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The webhook.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(PostSignedMentions))]
    [Roles(Role.Anyone, IsSigned = true)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/signed/{name}/mentions")] HttpRequest request,
        string name,
        CancellationToken cancellationToken) => intake.CollectAsync(name, request, cancellationToken);
}
