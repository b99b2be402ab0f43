using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Http;

/// <summary>Says how everything that the engine stands on answers, and how fast.</summary>
/// <param name="health">Asks it.</param>
public sealed class GetDependencies(EngineHealth health)
{
    /// <summary>The trigger: 200 with each, whether it is up or not.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    [Function(nameof(GetDependencies))]
    [Roles(Role.Manager)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dependencies")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var looked = await health.LookAsync(cancellationToken);
        return TypedResults.Ok(new
        {
            asOf = looked.At,
            live = true,
            ready = looked.IsReady,
            dependencies = looked.Dependencies.Select(dependency => new
            {
                name = dependency.Name,
                needed = dependency.IsNeeded,
                status = dependency.IsUp ? "up" : "down",
                reason = dependency.Reason,
                milliseconds = Math.Round(dependency.Took.TotalMilliseconds, 1),
            }),
        });
    }
}
