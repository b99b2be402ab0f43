using Campaigns.Http;
using Campaigns.Planning;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Publishing;

/// <summary>Shows posts.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="posts">The ledger.</param>
public sealed class PostShelf(CampaignTable campaigns, PostTable posts)
{
    /// <summary>Answers with a post: 200, 304 where it is the one that the caller has, 404 where there is none.</summary>
    /// <param name="campaignId">The campaign, as the route has it.</param>
    /// <param name="postId">The post, as the route has it.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IResult> GetAsync(string campaignId, string postId, HttpRequest request, CancellationToken cancellationToken) =>
        await campaigns.FindAsync(campaignId, cancellationToken) is not { } campaign ? CampaignPlanner.Missing(campaignId)
        : PostId.TryParse(postId, out var id) && await posts.FindAsync(Ledger.Of(campaign), id, cancellationToken) is { } post
            ? PostAnswer.Of(request, campaign, post, created: false)
            : PostAnswer.Missing(campaignId, postId);

    /// <summary>Lists a campaign's posts by id.</summary>
    /// <param name="campaignId">The campaign, as the route has it.</param>
    /// <param name="request">The request with <c>limit</c> and <c>after</c>.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IResult> ListAsync(string campaignId, HttpRequest request, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        var paging = Paging.From(request, faults);
        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        if (await campaigns.LedgerAsync(campaignId, cancellationToken) is not { } ledger)
        {
            return CampaignPlanner.Missing(campaignId);
        }

        var found = await posts.ListAsync(ledger, paging.After, cancellationToken).Take(paging.Limit + 1).ToListAsync(cancellationToken);
        return paging.Answer([.. found.Select(PostAnswer.Json)], post => post["id"]!.GetValue<string>());
    }
}
