using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Results.Metrics;

/// <summary>Lists what numbers mean.</summary>
public sealed class ListDefinitions
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    [Function(nameof(ListDefinitions))]
    [Roles(Role.Reader, Role.Approver, Role.Responder, OfNoCampaign = true)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/definitions")] HttpRequest request) => Task.FromResult(DefinitionReader.List(request));
}
