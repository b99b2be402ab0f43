using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Results.Reported;

/// <summary>Answers with a figure that was entered, and with all that was ever said of it.</summary>
/// <param name="shelf">Does it.</param>
public sealed class GetFigure(EntryShelf shelf)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="date">The day that it is about.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(GetFigure))]
    [Roles(Role.Reader)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/campaigns/{campaignId}/figures/{name}/{date}")] HttpRequest request,
        string campaignId,
        string name,
        string date,
        CancellationToken cancellationToken) => shelf.GetAsync(EntryKind.Figure, campaignId, name, date, request, cancellationToken);
}
