using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Results.Reported;

/// <summary>Enters a figure, or changes it.</summary>
/// <param name="desk">Does it.</param>
public sealed class PutFigure(EntryDesk desk)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="date">The day that it is about.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(PutFigure))]
    [Roles(Role.Manager)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/campaigns/{campaignId}/figures/{name}/{date}")] HttpRequest request,
        string campaignId,
        string name,
        string date,
        CancellationToken cancellationToken) => desk.PutAsync(EntryKind.Figure, campaignId, name, date, request, cancellationToken);
}
