using Microsoft.OData;

namespace Campaigns.Results.Feed;

/// <summary>What OData's library writes into.</summary>
/// <param name="body">The body.</param>
internal sealed class FeedMessage(FeedBody body) : IODataResponseMessage
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<KeyValuePair<string, string>> Headers => headers;

    public int StatusCode { get; set; } = 200;

    /// <summary>The type that was agreed on.</summary>
    public string ContentType => headers["Content-Type"];

    public string? GetHeader(string headerName) => headers.GetValueOrDefault(headerName);

    public void SetHeader(string headerName, string headerValue) => headers[headerName] = headerValue;

    public Stream GetStream() => body;
}
