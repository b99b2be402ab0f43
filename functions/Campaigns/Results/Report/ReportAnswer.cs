using System.Security.Cryptography;
using System.Text;
using Campaigns.Http;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results.Report;

/// <summary>The report as it goes out: with a tag of its own words, and 304 where the caller has the same already.</summary>
/// <param name="format">Its form.</param>
/// <param name="report">The report.</param>
internal sealed class ReportAnswer(ReportFormat format, CampaignReport report) : IResult, IStatusCodeHttpResult
{
    /// <summary>Nothing is fetched, run, framed or sent: the page is its own words and one style sheet, known by its hash.</summary>
    private static readonly string Policy = $"default-src 'none'; style-src 'sha256-{ReportStyle.Hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public int? StatusCode => StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var body = Encoding.UTF8.GetBytes(format.Write(report));
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";
        var headers = response.Headers;
        headers.ETag = tag;
        headers.CacheControl = "private, no-cache";
        headers.Vary = "Accept";
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // The address may hold a key.
        headers["Referrer-Policy"] = "no-referrer";
        if (Preconditions.NotModified(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = $"{format.MediaType}; charset=utf-8";
        response.ContentLength = body.Length;
        headers.ContentDisposition = $"inline; filename=\"{report.CampaignId}-report.{format.Name}\"";
        if (!HttpMethods.IsHead(request.Method))
        {
            await response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}
