using Campaigns.Http;
using Campaigns.Planning;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Publishing;

/// <summary>Shows the publication ledger.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="posts">The ledger.</param>
/// <param name="hold">Whether everything is held.</param>
public sealed class DeliveryShelf(CampaignTable campaigns, PostTable posts, HoldSwitch hold)
{
    /// <summary>Lists a campaign's deliveries by id; with <c>?state=</c> only those in a state.</summary>
    /// <param name="campaignId">The campaign, as the route has it.</param>
    /// <param name="request">The request with <c>limit</c>, <c>after</c> and <c>state</c>.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IResult> ListAsync(string campaignId, HttpRequest request, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        var paging = Paging.From(request, faults);
        var asked = request.Query["state"].FirstOrDefault();
        var state = DeliveryStates.Parse(asked);
        if (asked is not null && state is null)
        {
            faults.Add("state", asked, $"must be one of {string.Join(", ", DeliveryStates.All)}");
        }

        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        if (await campaigns.LedgerAsync(campaignId, cancellationToken) is not { } ledger)
        {
            return CampaignPlanner.Missing(campaignId);
        }

        var heldSince = await hold.SinceAsync(cancellationToken);
        var found = await posts.ListDeliveriesAsync(ledger, paging.After, cancellationToken)
            .Where(delivery => state is null || DeliveryAnswer.Shown(delivery, heldSince) == state)
            .Take(paging.Limit + 1)
            .ToListAsync(cancellationToken);
        return paging.Answer(await ShowAsync(ledger, found, heldSince, cancellationToken), delivery => delivery.Id);
    }

    /// <summary>Shows deliveries, each task with what to post.</summary>
    /// <param name="ledger">Where they stand.</param>
    /// <param name="deliveries">The deliveries.</param>
    /// <param name="heldSince">Since when everything is held, if it is.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<DeliveryAnswer>> ShowAsync(
        Ledger ledger, IEnumerable<Delivery> deliveries, DateTimeOffset? heldSince, CancellationToken cancellationToken)
    {
        var shown = new List<DeliveryAnswer>();
        var texts = new Dictionary<PostId, Post?>();
        foreach (var delivery in deliveries)
        {
            if (delivery.State == DeliveryState.Manual && !texts.ContainsKey(delivery.PostId))
            {
                texts[delivery.PostId] = await posts.FindAsync(ledger, delivery.PostId, cancellationToken);
            }

            var content = delivery.State == DeliveryState.Manual ? texts[delivery.PostId]?.ContentFor(delivery.Channel) : null;
            shown.Add(DeliveryAnswer.Of(delivery, heldSince, content));
        }

        return shown;
    }
}
