using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Results.Reported;

/// <summary>Lists what went into a campaign, day by day.</summary>
/// <param name="shelf">Does it.</param>
public sealed class ListInputs(EntryShelf shelf)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(ListInputs))]
    [Roles(Role.Reader)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/campaigns/{campaignId}/inputs")] HttpRequest request,
        string campaignId,
        CancellationToken cancellationToken) => shelf.ListAsync(EntryKind.Input, campaignId, request, cancellationToken);
}
