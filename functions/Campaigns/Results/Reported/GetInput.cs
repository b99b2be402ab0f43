using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Results.Reported;

/// <summary>Answers with what went into a campaign on a day that was entered, and with all that was ever said of it.</summary>
/// <param name="shelf">Does it.</param>
public sealed class GetInput(EntryShelf shelf)
{
    /// <summary>The trigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="date">The day that it is about.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(GetInput))]
    [Roles(Role.Reader)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/campaigns/{campaignId}/inputs/{name}/{date}")] HttpRequest request,
        string campaignId,
        string name,
        string date,
        CancellationToken cancellationToken) => shelf.GetAsync(EntryKind.Input, campaignId, name, date, request, cancellationToken);
}
