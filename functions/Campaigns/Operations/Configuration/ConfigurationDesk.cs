using Campaigns.Http;
using Campaigns.Http.Outside;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using Campaigns.Publishing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Campaigns.Operations.Configuration;

/// <summary>
/// Takes a configuration: nothing of it where anything is wrong. What is there already and says the same stays; what says something else is a conflict.
/// So an import that breaks off is sent again. What would have been due before now does not go out.
/// </summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="posts">Their posts.</param>
/// <param name="supporters">Whom they name.</param>
/// <param name="desk">Knows who was erased.</param>
/// <param name="metrics">What objectives may name.</param>
/// <param name="outside">Which feeds may be called.</param>
/// <param name="reader">Reads posts.</param>
/// <param name="writer">Writes the parts.</param>
public sealed class ConfigurationDesk(
    CampaignTable campaigns, PostTable posts, SupporterTable supporters, SupporterDesk desk, ObjectiveMetrics metrics, IOptions<OutsideOptions> outside, PostReader reader, ConfigurationWriter writer)
{
    private const int Limit = 64 * 1024 * 1024;

    /// <summary>The most values and names of fields in it, brackets among them: those of a document of the greatest length whose values are short texts.</summary>
    private const int MostValues = 4_000_000;

    /// <summary>Imports a document: 200 with what was made, 422 with every fault, 409 with everything that is there and says something else.</summary>
    /// <param name="request">The request with the document.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> ImportAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (document, problem) = await JsonBody.ReadAsync(request, Limit, MostValues, arrayToo: false, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var faults = new Faults();
        var read = new ConfigurationReader(metrics, outside.Value, reader).Read(document, faults);
        foreach (var campaign in read.Where(campaign => campaign.CompareWith is not null && !read.Any(other => other.Id == campaign.CompareWith && other.Id != campaign.Id)))
        {
            if (campaign.CompareWith == campaign.Id || await campaigns.FindAsync(campaign.CompareWith!.Value, cancellationToken) is null)
            {
                faults.Add($"{campaign.Path}.campaign.compareWith", campaign.CompareWith!.Value.Value, "must be the id of another campaign, of the document or of the engine");
            }
        }

        foreach (var campaign in read.Where(static campaign => campaign.Supporters is not null))
        {
            if (await campaigns.FindAsync(campaign.Id, cancellationToken) is { ClosedAt: null } there)
            {
                var erased = new Faults();
                await desk.CheckErasedAsync(there, campaign.Supporters!, erased, cancellationToken);
                faults.Add(campaign.Path, erased);
            }
        }

        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        var others = new List<string>();
        foreach (var campaign in read)
        {
            others.AddRange(await OthersAsync(campaign, cancellationToken));
        }

        return others.Count == 0
            ? await writer.WriteAsync(read, cancellationToken)
            : Problems.Conflict($"Nothing was imported: {string.Join(", ", others)} {(others.Count == 1 ? "is" : "are")} there already and say something else. Take them out of the document, or remove what is there.");
    }

    /// <summary>What is there already and says something else.</summary>
    private async Task<IReadOnlyList<string>> OthersAsync(ImportedCampaign campaign, CancellationToken cancellationToken)
    {
        if (await campaigns.FindAsync(campaign.Id, cancellationToken) is not { } there)
        {
            return [];
        }

        // Put without what it is compared with: an import that broke off.
        if ((there.Document != campaign.Stored && there.Document != campaign.StoredAlone) || there.ClosedAt is not null || (there.Archived && !campaign.Archived))
        {
            return [$"the campaign {campaign.Id}"];
        }

        var (others, isWhole) = (new List<string>(), true);
        foreach (var post in campaign.Posts)
        {
            var known = await posts.FindAsync(Ledger.Of(there), post.Id, cancellationToken);
            isWhole &= known is not null;
            if (known is null && there.Archived)
            {
                // It takes no post, and would say so when half of the document is written.
                others.Add($"the campaign {campaign.Id}, which is archived without the post {post.Id},");
            }
            else if (known is not null && known.Document != post.Plan.Document)
            {
                others.Add($"the post {post.Id} of {campaign.Id}");
            }
        }

        if (campaign.Supporters is not null)
        {
            var list = await supporters.FindAsync(there, cancellationToken);
            isWhole &= list is not null;
            if (list is not null && !list.Entries.SequenceEqual(campaign.Supporters))
            {
                others.Add($"the supporters of {campaign.Id}");
            }
        }

        if (campaign.Archived && !there.Archived && isWhole && there.UpdatedAt != there.CreatedAt)
        {
            // It was put again since: what is at work is not ended by the way.
            others.Add($"the campaign {campaign.Id}, which is not archived,");
        }

        return others;
    }
}
