using Campaigns.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Http;

/// <summary>Says whether the engine can serve: it can when its storage answers.</summary>
/// <param name="storage">The account.</param>
public sealed class GetHealth(StorageRim storage)
{
    /// <summary>The trigger: 200 <c>{"status":"healthy"}</c> or 503.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    [Function(nameof(GetHealth))]
    [Roles(Role.Anyone)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health")] HttpRequest request,
        CancellationToken cancellationToken) =>
        await AnswersAsync(cancellationToken) ? TypedResults.Ok(new { status = "healthy" }) : Problems.Unavailable("Storage does not answer.");

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await storage.Table(TableNames.Engine).GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>("engine", "health", cancellationToken: cancellationToken);
            return true;
        }
        catch (Exception fault) when (StorageRim.IsUnavailable(fault))
        {
            return false;
        }
    }
}
