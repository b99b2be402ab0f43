using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Campaigns.Http;

/// <summary>A format that an answer may have.</summary>
/// <param name="Name">As <c>?format=</c> calls it.</param>
/// <param name="MediaTypes">As <c>Accept</c> calls it; the first one is what is answered.</param>
public sealed record AnswerFormat(string Name, params IReadOnlyList<string> MediaTypes)
{
    /// <summary>JSON.</summary>
    public static AnswerFormat Json { get; } = new("json", "application/json");

    /// <summary>CSV with a header, for spreadsheets.</summary>
    public static AnswerFormat Csv { get; } = new("csv", "text/csv", "application/csv");

    /// <summary>One JSON object on each line.</summary>
    public static AnswerFormat Lines { get; } = new("ndjson", "application/x-ndjson", "application/ndjson", "application/jsonl");

    /// <summary>A page for people.</summary>
    public static AnswerFormat Html { get; } = new("html", "text/html");

    /// <summary>Markdown, to be taken into another text.</summary>
    public static AnswerFormat Markdown { get; } = new("md", "text/markdown");

    /// <summary>The <c>Content-Type</c> of the answer.</summary>
    public string ContentType => $"{MediaTypes[0]}; charset=utf-8";

    /// <summary>
    /// Reads which format is asked for: by <c>?format=</c>, else by <c>Accept</c>. Where that takes none of them the first one is answered, as to a
    /// caller who says nothing: a client that sends another <c>Accept</c> by habit reads it all the same.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="offered">What the route offers, what is answered by default first.</param>
    /// <param name="faults">Where an unknown <c>?format=</c> goes.</param>
    public static AnswerFormat Asked(HttpRequest request, IReadOnlyList<AnswerFormat> offered, Faults faults)
    {
        if (request.Query["format"].FirstOrDefault() is not { } name)
        {
            return ByAccept(request, offered);
        }

        if (offered.FirstOrDefault(format => format.Name == name) is { } named)
        {
            return named;
        }

        faults.Add("format", name, $"must be one of {string.Join(", ", offered.Select(format => format.Name))}, or left out");
        return offered[0];
    }

    private static AnswerFormat ByAccept(HttpRequest request, IReadOnlyList<AnswerFormat> offered)
    {
        var accept = request.GetTypedHeaders().Accept;
        // Of two that are wanted as much, the one that was named comes before the one that a wildcard lets in.
        var (wanted, (quality, _)) = offered.Select(format => (format, Wish: format.WishIn(accept))).MaxBy(one => one.Wish);
        return quality > 0 ? wanted : offered[0];
    }

    private static int Precision(MediaTypeHeaderValue range) => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2;

    private (double Quality, int Precision) WishIn(IList<MediaTypeHeaderValue> accept)
    {
        var range = accept.Where(range => MediaTypes.Any(type => range.MatchesMediaType(type))).MaxBy(Precision);
        return range is null ? (0, 0) : (range.Quality ?? 1, Precision(range));
    }
}
