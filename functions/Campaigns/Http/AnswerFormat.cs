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

    private static AnswerFormat ByAccept(HttpRequest request, IReadOnlyList<AnswerFormat> offered) => request.GetTypedHeaders().Accept
        .Where(range => range.Quality is not 0)
        .OrderByDescending(range => range.Quality ?? 1)
        .Select(range => offered.FirstOrDefault(format => format.IsIn(range)))
        .FirstOrDefault(format => format is not null) ?? offered[0];

    private bool IsIn(MediaTypeHeaderValue range) => range.MatchesAllTypes || MediaTypes.Any(type => range.MatchesAllSubTypes
        ? type.StartsWith($"{range.Type}/", StringComparison.OrdinalIgnoreCase)
        : range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase));
}
