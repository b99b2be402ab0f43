using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Http;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Planning;

/// <summary>A campaign as callers see it: its document with <c>id</c>, <c>archived</c>, <c>createdAt</c>, <c>updatedAt</c> and warnings.</summary>
public static class CampaignAnswer
{
    /// <summary>How JSON is stored: letters of every script as they are. Escaped, another script than ours would be six times as long.</summary>
    public static JsonSerializerOptions AsWritten { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line of the list of campaigns.</summary>
    /// <param name="Id">The campaign's id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="StartsAt">Its first moment.</param>
    /// <param name="EndsAt">Its end, exclusive.</param>
    /// <param name="Hashtags">Its hashtags, as the plan writes them.</param>
    /// <param name="Archived">Whether it was deleted.</param>
    public sealed record ListLine(string Id, string Name, DateTimeOffset StartsAt, DateTimeOffset EndsAt, IEnumerable<string> Hashtags, bool Archived);

    /// <summary>Makes a line of the list.</summary>
    /// <param name="campaign">The campaign.</param>
    public static ListLine Line(Campaign campaign) => new(
        campaign.Id.Value,
        campaign.Name,
        campaign.StartsAt.ToDateTimeOffset(),
        campaign.EndsAt.ToDateTimeOffset(),
        campaign.Hashtags.Select(tag => tag.Tag.ToString()),
        campaign.Archived);

    /// <summary>The document as it is stored: without what answers add.</summary>
    /// <param name="document">The document as it was put.</param>
    public static string Stored(JsonElement document)
    {
        var stored = JsonObject.Create(document)!;
        foreach (var field in CampaignReader.ReadOnlyFields)
        {
            stored.Remove(field);
        }

        return stored.ToJsonString(AsWritten);
    }

    /// <summary>Makes the answer: 201 with Location, 200, or 304 for a conditional GET.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="created">Whether it is new.</param>
    /// <param name="notYet">Fields that are stored but not acted on yet.</param>
    public static IResult Of(HttpRequest request, Campaign campaign, bool created, IReadOnlyList<string> notYet)
    {
        var tag = Preconditions.TagOf(campaign.ETag);
        request.HttpContext.Response.Headers.ETag = tag;
        if (HttpMethods.IsGet(request.Method) && Preconditions.NotModified(request, tag))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var answer = JsonNode.Parse(campaign.Document)!.AsObject();
        answer.Insert(0, "id", campaign.Id.Value);
        answer["archived"] = campaign.Archived;
        answer["createdAt"] = JsonSerializer.SerializeToNode(campaign.CreatedAt);
        answer["updatedAt"] = JsonSerializer.SerializeToNode(campaign.UpdatedAt);
        answer["retentionEndsAt"] = JsonSerializer.SerializeToNode(campaign.RetentionEndsAt.WithOffset(campaign.TimeZone.GetUtcOffset(campaign.RetentionEndsAt)).ToDateTimeOffset());
        if (campaign.ClosedAt is { } closed)
        {
            answer["closedAt"] = JsonSerializer.SerializeToNode(closed);
        }

        if (notYet.Count > 0)
        {
            answer["warnings"] = new JsonArray([.. notYet.Select(field => JsonSerializer.SerializeToNode(
                new { field, status = "not_yet", detail = "stored; nothing acts on it yet" }))]);
        }

        return created ? TypedResults.Created($"/api/campaigns/{campaign.Id}", answer) : TypedResults.Ok(answer);
    }
}
