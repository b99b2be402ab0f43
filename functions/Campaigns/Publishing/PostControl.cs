using Campaigns.Http;
using Campaigns.Planning;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Publishing;

/// <summary>Holds posts back, releases and cancels them, one by one or all at once.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="posts">The ledger.</param>
/// <param name="due">What is due when.</param>
/// <param name="hold">Holds everything.</param>
/// <param name="shelf">Shows deliveries.</param>
/// <param name="time">The clock.</param>
public sealed class PostControl(CampaignTable campaigns, PostTable posts, DueTable due, HoldSwitch hold, DeliveryShelf shelf, TimeProvider time)
{
    /// <summary>Holds back what waits of a post.</summary>
    /// <param name="campaignId">The campaign, as the route has it.</param>
    /// <param name="postId">The post, as the route has it.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public Task<IResult> HoldAsync(string campaignId, string postId, CancellationToken cancellationToken) => ChangeAsync(
        campaignId, postId, DeliveryState.Held, [DeliveryState.Waiting], static (delivery, _) => delivery with { State = DeliveryState.Held }, cancellationToken);

    /// <summary>Lets go out what is held of a post: when it is due, or at once where that time has passed.</summary>
    /// <param name="campaignId">The campaign, as the route has it.</param>
    /// <param name="postId">The post, as the route has it.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public Task<IResult> ReleaseAsync(string campaignId, string postId, CancellationToken cancellationToken) => ChangeAsync(
        campaignId, postId, DeliveryState.Waiting, [DeliveryState.Held],
        static (delivery, now) => delivery with { State = DeliveryState.Waiting, DueAt = delivery.DueAt > now ? delivery.DueAt : now }, cancellationToken);

    /// <summary>Cancels what has not gone out of a post.</summary>
    /// <param name="campaignId">The campaign, as the route has it.</param>
    /// <param name="postId">The post, as the route has it.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public Task<IResult> CancelAsync(string campaignId, string postId, CancellationToken cancellationToken) => ChangeAsync(
        campaignId, postId, DeliveryState.Cancelled, [DeliveryState.Waiting, DeliveryState.Held, DeliveryState.Manual],
        static (delivery, _) => delivery with { State = DeliveryState.Cancelled, Reason = "Cancelled." }, cancellationToken);

    /// <summary>Holds everything back, in every campaign.</summary>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task<IResult> HoldEverythingAsync(CancellationToken cancellationToken) =>
        TypedResults.Ok(new { held = true, since = (DateTimeOffset?)await hold.HoldAsync(cancellationToken) });

    /// <summary>Lets everything go out again.</summary>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task<IResult> ReleaseEverythingAsync(CancellationToken cancellationToken)
    {
        await hold.ReleaseAsync(cancellationToken);
        return TypedResults.Ok(new { held = false, since = (DateTimeOffset?)null });
    }

    private async Task<IResult> ChangeAsync(
        string campaignId, string postId, DeliveryState to, DeliveryState[] from, Func<Delivery, DateTimeOffset, Delivery> change, CancellationToken cancellationToken)
    {
        if (await campaigns.LedgerAsync(campaignId, cancellationToken) is not { } ledger)
        {
            return CampaignPlanner.Missing(campaignId);
        }

        while (PostId.TryParse(postId, out var id) && await posts.FindAsync(ledger, id, cancellationToken) is { } post)
        {
            var deliveries = await posts.DeliveriesOfAsync(ledger, id, cancellationToken);
            var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
            Delivery[] changed = [.. deliveries.Where(delivery => from.Contains(delivery.State)).Select(delivery => change(delivery, now))];
            if (changed.Length == 0)
            {
                return deliveries.Any(delivery => delivery.State == to) ? await AnswerAsync(ledger, post, deliveries, cancellationToken) : Problems.Conflict(
                    $"No delivery of this post is {string.Join(" or ", from.Select(DeliveryStates.Name))}: they are {string.Join(", ", deliveries.Select(delivery => delivery.State.Name()).Distinct())}.");
            }

            await due.AddAsync(ledger, changed.Where(delivery => delivery.State == DeliveryState.Waiting), cancellationToken);
            // The post is written with its deliveries: whoever read it before has to read it again before changing it.
            if (await posts.WriteAsync(ledger, post with { UpdatedAt = time.GetUtcNow() }, changed, [], cancellationToken) is { } written)
            {
                return await AnswerAsync(ledger, written, await posts.DeliveriesOfAsync(ledger, id, cancellationToken), cancellationToken);
            }
        }

        return PostAnswer.Missing(campaignId, postId);
    }

    private async Task<IResult> AnswerAsync(Ledger ledger, Post post, IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken) => TypedResults.Ok(new
    {
        postId = post.Id.Value,
        deliveries = await shelf.ShowAsync(ledger, deliveries, await hold.SinceAsync(cancellationToken), cancellationToken),
    });
}
