using Azure.Storage.Queues.Models;
using Campaigns.Http;
using Campaigns.Planning;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Publishing;

/// <summary>Where a person settles what the engine cannot: a task that was posted by hand, and a delivery of which nobody knows whether it is out.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="posts">The ledger.</param>
/// <param name="due">What is due when.</param>
/// <param name="shelf">Shows deliveries.</param>
/// <param name="news">Tells who wants to know.</param>
/// <param name="queue">What brings a delivery to a worker, who tells the news where this process died before it did.</param>
/// <param name="time">The clock.</param>
public sealed class DeliveryDesk(CampaignTable campaigns, PostTable posts, DueTable due, DeliveryShelf shelf, DeliveryNews news, DeliveryQueue queue, TimeProvider time)
{
    /// <summary>Long past the end of the request, when the ledger says how it ended.</summary>
    private static readonly TimeSpan Reminds = TimeSpan.FromMinutes(5);

    /// <summary>Settles a delivery: published with its address, or not published, and then tried again or left.</summary>
    /// <param name="campaignId">The campaign, as the route has it.</param>
    /// <param name="deliveryId">The delivery, as the route has it.</param>
    /// <param name="request">The request: <c>outcome</c>, and <c>url</c> or <c>retry</c>.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> ResolveAsync(string campaignId, string deliveryId, HttpRequest request, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var faults = new Faults();
        var settlement = Settlement.Read(body, faults);
        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        if (await campaigns.LedgerAsync(campaignId, cancellationToken) is not { } ledger)
        {
            return CampaignPlanner.Missing(campaignId);
        }

        Delivery? tried = null;
        SendReceipt? reminder = null;
        while (await posts.FindDeliveryAsync(ledger, deliveryId, cancellationToken) is { } delivery)
        {
            // Said before, or written by us although the answer to that was lost.
            if ((delivery.State == DeliveryState.Published && settlement.Url is { } url && delivery.Url == url) || delivery with { ETag = default } == tried)
            {
                return await AnswerAsync(ledger, delivery, reminder, cancellationToken);
            }

            if (!settlement.Allows(delivery.State))
            {
                return Problems.Conflict($"The delivery is {delivery.State.Name()}: {(delivery.State == DeliveryState.Refused ? "it can only be tried again." : "only manual and unknown ones are settled, and refused ones tried again.")}");
            }

            var settled = settlement.On(delivery, DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds()));
            await due.AddAsync(ledger, settled.State == DeliveryState.Waiting ? [settled] : [], cancellationToken);
            reminder ??= settled.State == DeliveryState.Published ? await queue.SendAsync(new(ledger.Campaign, ledger.Generation, settled.Id), Reminds, cancellationToken) : null;
            if (await posts.UpdateAsync(ledger, settled, cancellationToken) is { } written)
            {
                return await AnswerAsync(ledger, written, reminder, cancellationToken);
            }

            tried = settled with { ETag = default };
        }

        return Problems.NotFound($"The campaign {campaignId} has no delivery {deliveryId}.");
    }

    private async Task<IResult> AnswerAsync(Ledger ledger, Delivery delivery, SendReceipt? reminder, CancellationToken cancellationToken)
    {
        await news.TellAsync(ledger, delivery, cancellationToken);
        if (reminder is not null)
        {
            await queue.TakeBackAsync(reminder, cancellationToken);
        }

        return TypedResults.Ok((await shelf.ShowAsync(ledger, [delivery], null, cancellationToken))[0]);
    }
}
