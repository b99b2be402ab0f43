using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Results.Reported;

/// <summary>Lists the figures that were entered.</summary>
/// <param name="shelf">Does it.</param>
public sealed class ListFigures(EntryShelf shelf)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(ListFigures))]
    [Roles(Role.Reader)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/campaigns/{campaignId}/figures")] HttpRequest request,
        string campaignId,
        CancellationToken cancellationToken) => shelf.ListAsync(EntryKind.Figure, campaignId, request, cancellationToken);
}
