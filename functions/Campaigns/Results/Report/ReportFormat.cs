using System.Text.Encodings.Web;
using System.Text.Json;
using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Campaigns.Results.Report;

/// <summary>A form of the report.</summary>
/// <param name="Name">By which <c>?format=</c> names it; also the end of a file's name.</param>
/// <param name="MediaType">By which <c>Accept</c> names it.</param>
/// <param name="Write">Writes it.</param>
internal sealed record ReportFormat(string Name, string MediaType, Func<CampaignReport, string> Write)
{
    private static readonly JsonSerializerOptions AsWritten = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Whoever has no wish gets the first one.
    private static readonly ReportFormat[] All =
    [
        new("html", "text/html", HtmlReport.Write),
        new("md", "text/markdown", MarkdownReport.Write),
        new("json", "application/json", report => JsonSerializer.Serialize(report, AsWritten)),
    ];

    /// <summary>The form that a request asks for: <c>?format=</c> comes before <c>Accept</c>.</summary>
    public static (ReportFormat? Format, IResult? Problem) Asked(HttpRequest request)
    {
        if (request.Query["format"].FirstOrDefault() is { } name)
        {
            var named = Array.Find(All, format => format.Name == name);
            var faults = new Faults();
            faults.Add("format", name, "must be html, md or json, or left out");
            return (named, named is null ? Problems.Unprocessable(faults) : null);
        }

        var accept = request.GetTypedHeaders().Accept;
        if (accept.Count == 0)
        {
            return (All[0], null);
        }

        // Of two that are wanted as much, the one that was named comes before the one that a wildcard lets in.
        var (wanted, (quality, _)) = All.Select(format => (format, Wish: WishFor(format, accept))).MaxBy(one => one.Wish);
        return quality > 0 ? (wanted, null) : (null, Problems.NotAcceptable("The report is written as text/html, text/markdown and application/json."));
    }

    private static (double Quality, int Precision) WishFor(ReportFormat format, IList<MediaTypeHeaderValue> accept)
    {
        var range = accept.Where(range => range.MatchesMediaType(format.MediaType)).MaxBy(Precision);
        return range is null ? (0, 0) : (range.Quality ?? 1, Precision(range));
    }

    private static int Precision(MediaTypeHeaderValue range) => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2;
}
