using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Http;

/// <summary>
/// Takes what a browser asks before it calls from another origin. The host hands OPTIONS to no function that does not name it and answers an empty 404 itself, so
/// one function names it for all routes; what the browser is told stands in the headers (<see cref="Cors"/>), and without them it goes no further.
/// </summary>
public sealed class AnswerPreflight
{
    /// <summary>The trigger: 204.</summary>
    /// <param name="request">The request.</param>
    [Function(nameof(AnswerPreflight))]
    [Roles(Role.Anyone)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/{*path}")] HttpRequest request) => Task.FromResult<IResult>(TypedResults.NoContent());
}
