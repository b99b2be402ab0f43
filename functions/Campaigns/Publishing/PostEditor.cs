using Campaigns.Http;
using Campaigns.Planning;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Publishing;

/// <summary>Puts posts, and the deliveries that they make, into the ledger.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="posts">The ledger.</param>
/// <param name="due">What is due when.</param>
/// <param name="reader">Reads documents.</param>
/// <param name="time">The clock.</param>
public sealed class PostEditor(CampaignTable campaigns, PostTable posts, DueTable due, PostReader reader, TimeProvider time)
{
    /// <summary>Creates (201) or changes (200) a post; a post of which something has gone out no longer changes (409).</summary>
    /// <param name="campaignId">The campaign, as the route has it.</param>
    /// <param name="postId">The post, as the route has it.</param>
    /// <param name="request">The request with the document.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public Task<IResult> PutAsync(string campaignId, string postId, HttpRequest request, CancellationToken cancellationToken) =>
        PutAsync(campaignId, postId, request, DeliveryState.Waiting, null, cancellationToken);

    /// <summary>The same; what the post makes begins in another state, in one with it, so that nothing of it goes out in between.</summary>
    /// <param name="campaignId">The campaign, as the route has it.</param>
    /// <param name="postId">The post, as the route has it.</param>
    /// <param name="request">The request with the document.</param>
    /// <param name="state">How new deliveries stand: waiting, held or cancelled.</param>
    /// <param name="reason">Why, in plain words; null where they wait.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> PutAsync(string campaignId, string postId, HttpRequest request, DeliveryState state, string? reason, CancellationToken cancellationToken)
    {
        if (await campaigns.FindAsync(campaignId, cancellationToken) is not { } campaign)
        {
            return CampaignPlanner.Missing(campaignId);
        }

        if (campaign.Archived)
        {
            return Problems.Conflict($"The campaign {campaignId} is archived: put it again before its posts.");
        }

        var (document, problem) = await JsonBody.ReadAsync(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var faults = new Faults();
        if (!PostId.TryParse(postId, out var id))
        {
            faults.Add("postId", postId, PostId.Rule);
        }

        var plan = reader.Read(document, campaign, faults);
        return plan is null || faults.Any ? Problems.Unprocessable(faults) : await WriteAsync(request, campaign, id, plan, state, reason, cancellationToken);
    }

    /// <summary>Removes a post and its deliveries (204); one of which something has gone out stays (409).</summary>
    /// <param name="campaignId">The campaign, as the route has it.</param>
    /// <param name="postId">The post, as the route has it.</param>
    /// <param name="request">The request; If-Match is honoured.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> DeleteAsync(string campaignId, string postId, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await campaigns.LedgerAsync(campaignId, cancellationToken) is not { } ledger)
        {
            return CampaignPlanner.Missing(campaignId);
        }

        var tried = false;
        while (PostId.TryParse(postId, out var id) && await posts.FindAsync(ledger, id, cancellationToken) is { } post)
        {
            if (Preconditions.ForChange(request, post.ETag) is { } refused)
            {
                return refused;
            }

            var deliveries = await posts.DeliveriesOfAsync(ledger, id, cancellationToken);
            // A task that waits for a person goes with its post; what is out or may be out keeps its record.
            if (deliveries.FirstOrDefault(delivery => delivery.State.HasGoneOut() && delivery.State != DeliveryState.Manual) is { } gone)
            {
                return Problems.Conflict($"The delivery {gone.Id} is {gone.State.Name()}: a post of which something has gone out is kept.");
            }

            if (await posts.RemoveAsync(ledger, post, deliveries, cancellationToken))
            {
                return TypedResults.NoContent();
            }

            tried = true;
        }

        // Gone after our own try: that it failed only says that its first answer was lost, or that somebody else was faster.
        return tried ? TypedResults.NoContent() : PostAnswer.Missing(campaignId, postId);
    }

    private async Task<IResult> WriteAsync(HttpRequest request, Campaign campaign, PostId id, PostPlan plan, DeliveryState state, string? reason, CancellationToken cancellationToken)
    {
        var ledger = Ledger.Of(campaign);
        var token = Guid.NewGuid().ToString("N");
        var first = true;
        var created = false;
        while (true)
        {
            var before = await posts.FindAsync(ledger, id, cancellationToken);
            if (before?.WriteToken == token)
            {
                // The write went through, and only its first answer was lost.
                return PostAnswer.Of(request, campaign, before, created);
            }

            if (Preconditions.ForPut(request, before?.ETag) is { } refused)
            {
                // Somebody else created it between our read and our write: what was sent said nothing of an update.
                return first ? refused : Problems.PreconditionFailed();
            }

            var deliveries = before is null ? [] : await posts.DeliveriesOfAsync(ledger, id, cancellationToken);
            var post = Made(id, plan, before, token);
            if (PostChange.IsNone(post, plan.Accounts, before, deliveries))
            {
                return PostAnswer.Of(request, campaign, before!, created: false);
            }

            if (deliveries.FirstOrDefault(delivery => delivery.State.HasGoneOut()) is { } gone)
            {
                return Problems.Conflict(PostChange.WhyNot(gone));
            }

            var (write, remove) = PostChange.Of(post, plan.Accounts, deliveries);
            if (state != DeliveryState.Waiting)
            {
                write = [.. write.Select(delivery => delivery with { State = state, Reason = reason })];
            }

            created = before is null;
            await due.AddAsync(ledger, write.Where(delivery => delivery.State == DeliveryState.Waiting), cancellationToken);
            if (await posts.WriteAsync(ledger, post, write, remove, cancellationToken) is { } written)
            {
                return PostAnswer.Of(request, campaign, written, created);
            }

            first = false;
        }
    }

    private Post Made(PostId id, PostPlan plan, Post? before, string token)
    {
        var now = time.GetUtcNow();
        return new Post
        {
            Id = id,
            Document = plan.Document,
            DueAt = plan.DueAt,
            NotAfter = plan.NotAfter,
            CreatedAt = before?.CreatedAt ?? now,
            UpdatedAt = now,
            WriteToken = token,
            ETag = before?.ETag ?? default,
        };
    }
}
