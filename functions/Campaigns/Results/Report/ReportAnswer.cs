using System.Text.Json;
using Campaigns.Http;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results.Report;

/// <summary>The report as it goes out, in the format that is asked for.</summary>
internal static class ReportAnswer
{
    /// <summary>Nothing is fetched, run, framed or sent: the page is its own words and one style sheet, known by its hash.</summary>
    private static readonly string Policy = $"default-src 'none'; style-src 'sha256-{ReportStyle.Hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>What the report is offered in. Whoever has no wish gets the page.</summary>
    public static IReadOnlyList<AnswerFormat> Offered { get; } = [AnswerFormat.Html, AnswerFormat.Markdown, AnswerFormat.Json];

    public static IResult Of(HttpRequest request, AnswerFormat format, CampaignReport report)
    {
        request.HttpContext.Response.Headers.ContentSecurityPolicy = Policy;
        var text = format == AnswerFormat.Html ? HtmlReport.Write(report)
            : format == AnswerFormat.Markdown ? MarkdownReport.Write(report)
            : JsonSerializer.Serialize(report, CachedAnswer.JsonOf(request));
        return CachedAnswer.Shown(format, text, $"{report.CampaignId}-report.{format.Name}");
    }
}
