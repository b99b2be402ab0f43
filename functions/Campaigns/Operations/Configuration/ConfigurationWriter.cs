using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using Campaigns.Publishing;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Operations.Configuration;

/// <summary>Puts the parts of a configuration the way callers put them, so that the same rules hold; what must not go out is held or cancelled as it is put.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="planner">Puts campaigns.</param>
/// <param name="posts">The ledger.</param>
/// <param name="editor">Puts posts.</param>
/// <param name="supporters">Whom campaigns name.</param>
/// <param name="desk">Puts supporters.</param>
/// <param name="time">The clock.</param>
public sealed class ConfigurationWriter(
    CampaignTable campaigns, CampaignPlanner planner, PostTable posts, PostEditor editor, SupporterTable supporters, SupporterDesk desk, TimeProvider time)
{
    private const string Past = "Its time was past when it was imported.";
    private const string Before = "So it stood where it was exported.";

    internal async Task<IResult> WriteAsync(IReadOnlyList<ImportedCampaign> read, CancellationToken cancellationToken)
    {
        var made = new Made();
        if (await CampaignsAsync(read, made, cancellationToken) is { } refused)
        {
            return refused;
        }

        foreach (var campaign in read)
        {
            if (await PartsAsync(campaign, made, cancellationToken) is { } problem)
            {
                return problem;
            }
        }

        return TypedResults.Ok(new { campaigns = made.Campaigns, posts = made.Posts, cancelled = made.Cancelled, supporters = made.Supporters });
    }

    /// <summary>A campaign that others are compared with comes first; those that are compared with each other get that when both are there.</summary>
    private async Task<IResult?> CampaignsAsync(IReadOnlyList<ImportedCampaign> read, Made made, CancellationToken cancellationToken)
    {
        foreach (var campaign in read)
        {
            if (await campaigns.FindAsync(campaign.Id, cancellationToken) is not null)
            {
                continue;
            }

            if (Refused(await planner.PutAsync(campaign.Id.Value, Put(campaign.Alone(), "If-None-Match"), cancellationToken)) is { } refused)
            {
                return refused;
            }

            made.Campaigns++;
        }

        foreach (var campaign in read.Where(campaign => campaign.CompareWith is not null))
        {
            if ((await campaigns.FindAsync(campaign.Id, cancellationToken))?.Document != campaign.Stored
                && Refused(await planner.PutAsync(campaign.Id.Value, Put(JsonObject.Create(campaign.Document)!, "If-Match"), cancellationToken)) is { } refused)
            {
                return refused;
            }
        }

        return null;
    }

    private async Task<IResult?> PartsAsync(ImportedCampaign campaign, Made made, CancellationToken cancellationToken)
    {
        var there = (await campaigns.FindAsync(campaign.Id, cancellationToken))!;
        foreach (var post in campaign.Posts)
        {
            if (await posts.FindAsync(Ledger.Of(there), post.Id, cancellationToken) is not null)
            {
                continue;
            }

            var (state, reason) = post.Plan.DueAt <= time.GetUtcNow() ? (DeliveryState.Cancelled, Past) : (post.State, post.State == DeliveryState.Waiting ? null : Before);
            var put = Put(JsonObject.Create(post.Document)!, "If-None-Match");
            if (Refused(await editor.PutAsync(campaign.Id.Value, post.Id.Value, put, state, reason, cancellationToken)) is { } refused)
            {
                return refused;
            }

            made.Posts++;
            made.Cancelled += state == DeliveryState.Cancelled ? 1 : 0;
        }

        if (campaign.Supporters is not null && await supporters.FindAsync(there, cancellationToken) is null)
        {
            var list = new JsonObject { ["supporters"] = JsonSerializer.SerializeToNode(campaign.Supporters, JsonSerializerOptions.Web) };
            if (Refused(await desk.PutAsync(campaign.Id.Value, Put(list, "If-None-Match"), cancellationToken)) is { } refused)
            {
                return refused;
            }

            made.Supporters += campaign.Supporters.Count;
        }

        return campaign.Archived && !there.Archived
            ? Refused(await planner.ArchiveAsync(campaign.Id.Value, Put([], "If-Match"), cancellationToken))
            : null;
    }

    private static HttpRequest Put(JsonObject body, string condition)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, CampaignAnswer.AsWritten);
        var request = new DefaultHttpContext().Request;
        (request.Method, request.ContentType, request.ContentLength, request.Body) = (HttpMethods.Put, "application/json", bytes.Length, new MemoryStream(bytes));
        request.Headers[condition] = "*";
        return request;
    }

    private static IResult? Refused(IResult result) => result is IStatusCodeHttpResult { StatusCode: >= 400 } ? result : null;

    private sealed class Made
    {
        public int Campaigns { get; set; }

        public int Posts { get; set; }

        public int Cancelled { get; set; }

        public int Supporters { get; set; }
    }
}
