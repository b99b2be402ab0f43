using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Results.Metrics;

/// <summary>Shows what a number means, and what it meant before.</summary>
public sealed class GetDefinition
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">The definition.</param>
    [Function(nameof(GetDefinition))]
    [Roles(Role.Reader, Role.Approver, Role.Responder, OfNoCampaign = true)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/definitions/{id}")] HttpRequest request,
        string id) => Task.FromResult(DefinitionReader.Show(request, id));
}
