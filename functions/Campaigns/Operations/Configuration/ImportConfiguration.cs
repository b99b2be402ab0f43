using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Operations.Configuration;

/// <summary>Takes a configuration that was exported.</summary>
/// <param name="desk">Takes it.</param>
public sealed class ImportConfiguration(ConfigurationDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request with the document.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(ImportConfiguration))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/import")] HttpRequest request,
        CancellationToken cancellationToken) => desk.ImportAsync(request, cancellationToken);
}
