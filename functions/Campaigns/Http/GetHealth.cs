using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Http;

/// <summary>Says whether the engine lives and whether it can serve, to anybody, and nothing else.</summary>
/// <param name="health">Asks what it stands on.</param>
public sealed class GetHealth(EngineHealth health)
{
    /// <summary>The trigger: 200 <c>{"status":"healthy","live":true,"ready":true}</c>, or 503 with <c>"live":true,"ready":false</c> from one that lives and is not ready.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    [Function(nameof(GetHealth))]
    [Roles(Role.Anyone)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health")] HttpRequest request,
        CancellationToken cancellationToken) =>
        (await health.LookAsync(cancellationToken)).IsReady
            ? TypedResults.Ok(new { status = "healthy", live = true, ready = true })
            : Problems.NotReady();
}
