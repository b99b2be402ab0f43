using Campaigns.Http;
using Campaigns.Planning;
using Microsoft.AspNetCore.Http;
using NodaTime.Text;

namespace Campaigns.Results.Reported;

/// <summary>A figure or an input as callers see it.</summary>
internal static class EntryAnswer
{
    /// <summary>The entry as JSON, with every version where they are given.</summary>
    public static EntryResponse Json(Entry entry, HttpRequest request, IReadOnlyList<Entry>? versions = null) => Json(Shown(entry, request), versions?.Select(version => Shown(version, request)));

    private static EntryResponse Json(Entry entry, IEnumerable<Entry>? versions) => new(
        entry.Name, LocalDatePattern.Iso.Format(entry.Date), entry.Side.Channel, entry.Side.Account, entry.Side.Scope,
        entry.Content.Value, entry.Content.Status, entry.Content.Definition, entry.Content.Unit, entry.Content.Source, entry.Content.ReportedBy,
        entry.Version, entry.Withdrawn, entry.CreatedAt, entry.UpdatedAt)
    {
        Dimension = entry.Side.Dimension,
        Group = entry.Side.Group,
        Post = entry.Side.Post,
        Base = entry.Content.Base,
        Sample = entry.Side.IsOfGroup ? entry.Content.IsSample : null,
        Adds = entry.Kind == EntryKind.Input || entry.Side.IsOfGroup ? null : entry.Content.Adds,
        Versions = versions is null ? null : [.. versions.Select(version => new EntryVersionResponse(
            version.Version, version.Content.Value, version.Content.Status, version.Content.Definition, version.Content.Unit, version.Content.Source,
            version.Content.ReportedBy, version.Withdrawn, version.UpdatedAt)
        {
            Base = version.Content.Base,
            Sample = version.Side.IsOfGroup ? version.Content.IsSample : null,
        })],
    };

    /// <summary>Makes the answer: 201 with Location, 200, or 304 for a conditional GET.</summary>
    public static IResult Of(HttpRequest request, Campaign campaign, Entry entry, bool created, IReadOnlyList<Entry>? versions = null)
    {
        var tag = Preconditions.TagOf(entry.ETag);
        request.HttpContext.Response.Headers.ETag = tag;
        return !HttpMethods.IsPut(request.Method) && Preconditions.NotModified(request, tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : created ? TypedResults.Created(
                $"/api/campaigns/{campaign.Id}/{RouteOf(entry.Kind)}/{entry.Name}/{LocalDatePattern.Iso.Format(entry.Date)}{entry.Side.ToQuery()}", Json(entry, request))
            : TypedResults.Ok(Json(entry, request, versions));
    }

    /// <summary>The part of an address that all of a kind share.</summary>
    public static string RouteOf(EntryKind kind) => kind == EntryKind.Figure ? "figures" : "inputs";

    /// <summary>A group may be of few people: who may not enter it sees it in results, where those are hidden, and as entered never.</summary>
    private static Entry Shown(Entry entry, HttpRequest request) =>
        !entry.Side.IsOfGroup || (request.HttpContext.Features.Get<Caller>()?.Has([Role.Manager]) ?? true) ? entry
        : entry with { Content = entry.Content with { Value = null, WhyUnknown = FigureStatus.Suppressed, Base = null } };

    /// <summary>The 404, the same on every route.</summary>
    public static IResult Missing(string campaignId, EntryKind kind, string name, string date) =>
        Problems.NotFound($"The campaign {campaignId} has no {(kind == EntryKind.Figure ? "figure" : "input")} {name} of {date} that was entered by hand and is what channel, account and scope name.");
}
