using System.Security.Cryptography;
using System.Text;
using Azure;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Http;

/// <summary>ETags over HTTP: strong tags made from storage's weak ones, and the rules of If-Match and If-None-Match.</summary>
public static class Preconditions
{
    /// <summary>The tag that callers see.</summary>
    /// <param name="stored">Storage's own tag.</param>
    /// <returns>A quoted, strong entity tag.</returns>
    public static string TagOf(ETag stored) =>
        $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stored.ToString()))[..12])}\"";

    /// <summary>Says whether a PUT may go on: an update needs the current tag in If-Match (428 without, 412 with another one);
    /// <c>If-None-Match: *</c> only creates.</summary>
    /// <param name="request">The request.</param>
    /// <param name="stored">Storage's tag of what is there, or null where nothing is.</param>
    /// <returns>The problem to answer with, or null.</returns>
    public static IResult? ForPut(HttpRequest request, ETag? stored) =>
        stored is not null && Lists(request.Headers.IfNoneMatch, TagOf(stored.Value)) ? Problems.ExistsAlready()
        : request.Headers.IfMatch.Count > 0 ? ForChange(request, stored)
        : stored is null ? null
        : Problems.PreconditionRequired();

    /// <summary>Says whether a change may go on where If-Match is a courtesy: 412 with another tag than the current one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="stored">Storage's tag of what is there, or null where nothing is.</param>
    /// <returns>The problem to answer with, or null.</returns>
    public static IResult? ForChange(HttpRequest request, ETag? stored) =>
        request.Headers.IfMatch.Count == 0 || (stored is { } tag && Lists(request.Headers.IfMatch, TagOf(tag))) ? null : Problems.PreconditionFailed();

    /// <summary>Whether a conditional GET may be answered with 304.</summary>
    /// <param name="request">The request.</param>
    /// <param name="tag">The current tag, quoted.</param>
    public static bool NotModified(HttpRequest request, string tag) => Lists(request.Headers.IfNoneMatch, tag);

    private static bool Lists(IEnumerable<string?> header, string tag) => header
        .SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries))
        .Any(listed => listed == "*" || listed == tag || listed == $"W/{tag}");
}
