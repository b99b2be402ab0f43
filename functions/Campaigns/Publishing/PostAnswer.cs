using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Http;
using Campaigns.Planning;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Publishing;

/// <summary>A post as callers see it: its document with <c>id</c>, <c>createdAt</c> and <c>updatedAt</c>.</summary>
internal static class PostAnswer
{
    /// <summary>The post as JSON.</summary>
    public static JsonObject Json(Post post)
    {
        var answer = JsonNode.Parse(post.Document)!.AsObject();
        answer.Insert(0, "id", post.Id.Value);
        answer["createdAt"] = JsonSerializer.SerializeToNode(post.CreatedAt);
        answer["updatedAt"] = JsonSerializer.SerializeToNode(post.UpdatedAt);
        return answer;
    }

    /// <summary>Makes the answer: 201 with Location, 200, or 304 for a conditional GET.</summary>
    public static IResult Of(HttpRequest request, Campaign campaign, Post post, bool created)
    {
        var tag = Preconditions.TagOf(post.ETag);
        request.HttpContext.Response.Headers.ETag = tag;
        return HttpMethods.IsGet(request.Method) && Preconditions.NotModified(request, tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : created ? TypedResults.Created($"/api/campaigns/{campaign.Id}/posts/{post.Id}", Json(post))
            : TypedResults.Ok(Json(post));
    }

    /// <summary>The 404 of a post, the same on every route.</summary>
    public static IResult Missing(string campaignId, string postId) => Problems.NotFound($"The campaign {campaignId} has no post {postId}.");
}
