using Campaigns.Http;
using Campaigns.Planning;
using Microsoft.AspNetCore.Http;
using NodaTime.Text;

namespace Campaigns.Results.Reported;

/// <summary>A figure or an input as callers see it.</summary>
internal static class EntryAnswer
{
    /// <summary>The entry as JSON, with every version where they are given.</summary>
    public static EntryResponse Json(Entry entry, IReadOnlyList<Entry>? versions = null) => new(
        entry.Name, LocalDatePattern.Iso.Format(entry.Date), entry.Side.Channel, entry.Side.Account, entry.Side.Scope,
        entry.Content.Value, entry.Content.Status, entry.Content.Definition, entry.Content.Unit, entry.Content.Source, entry.Content.ReportedBy,
        entry.Version, entry.Withdrawn, entry.CreatedAt, entry.UpdatedAt)
    {
        Versions = versions is null ? null : [.. versions.Select(version => new EntryVersionResponse(
            version.Version, version.Content.Value, version.Content.Status, version.Content.Definition, version.Content.Unit, version.Content.Source,
            version.Content.ReportedBy, version.Withdrawn, version.UpdatedAt))],
    };

    /// <summary>Makes the answer: 201 with Location, 200, or 304 for a conditional GET.</summary>
    public static IResult Of(HttpRequest request, Campaign campaign, Entry entry, bool created, IReadOnlyList<Entry>? versions = null)
    {
        var tag = Preconditions.TagOf(entry.ETag);
        request.HttpContext.Response.Headers.ETag = tag;
        return !HttpMethods.IsPut(request.Method) && Preconditions.NotModified(request, tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : created ? TypedResults.Created(
                $"/api/campaigns/{campaign.Id}/{RouteOf(entry.Kind)}/{entry.Name}/{LocalDatePattern.Iso.Format(entry.Date)}{entry.Side.ToQuery()}", Json(entry))
            : TypedResults.Ok(Json(entry, versions));
    }

    /// <summary>The part of an address that all of a kind share.</summary>
    public static string RouteOf(EntryKind kind) => kind == EntryKind.Figure ? "figures" : "inputs";

    /// <summary>The 404, the same on every route.</summary>
    public static IResult Missing(string campaignId, EntryKind kind, string name, string date) =>
        Problems.NotFound($"The campaign {campaignId} has no {(kind == EntryKind.Figure ? "figure" : "input")} {name} of {date} that was entered by hand and is what channel, account and scope name.");
}
