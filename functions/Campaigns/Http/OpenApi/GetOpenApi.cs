using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Http.OpenApi;

/// <summary>Answers with the description of the API for programs: OpenAPI 3.1. It tells of no campaign, so that anybody may read it.</summary>
public sealed class GetOpenApi
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    [Function(nameof(GetOpenApi))]
    [Roles(Role.Anyone)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/openapi.json")] HttpRequest request) =>
        Task.FromResult<IResult>(new CachedAnswer(AnswerFormat.Json.ContentType, OpenApiDocument.Json) { CacheControl = "public, no-cache" });
}
