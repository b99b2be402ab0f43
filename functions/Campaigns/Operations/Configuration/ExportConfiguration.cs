using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Operations.Configuration;

/// <summary>Gives the configuration as one document: what people put, and no figure, key or secret.</summary>
/// <param name="shelf">Where it stands.</param>
public sealed class ExportConfiguration(ConfigurationShelf shelf)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    [Function(nameof(ExportConfiguration))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/export")] HttpRequest request,
        CancellationToken cancellationToken) => Task.FromResult(shelf.Export(cancellationToken));
}
