namespace Campaigns.Http.Outside;

/// <summary>Where an address led.</summary>
/// <param name="Response">The answer, its headers read; null where the way there was refused.</param>
/// <param name="Fault">Why it was refused, as the end of a sentence; null where there is an answer.</param>
/// <param name="Requests">How many requests that took.</param>
internal sealed record OutsideAnswer(HttpResponseMessage? Response, string? Fault, int Requests) : IDisposable
{
    /// <summary>How often an address may have moved.</summary>
    public const int MostRedirects = 3;

    public void Dispose() => Response?.Dispose();

    /// <summary>Asks an address and follows where it has moved, each step held to the rules of the first.</summary>
    /// <param name="http">Connects by <see cref="OutsideConnections"/>.</param>
    /// <param name="address">The address.</param>
    /// <param name="options">Which addresses are allowed.</param>
    /// <param name="prepare">Adds headers to each request, or null.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public static async Task<OutsideAnswer> FollowAsync(HttpClient http, Uri address, OutsideOptions options, Action<HttpRequestMessage>? prepare, CancellationToken cancellationToken)
    {
        var at = address;
        for (var requests = 1; requests <= MostRedirects + 1; requests++)
        {
            if (OutsideAddress.Fault(at, options) is { } fault)
            {
                return new(null, $"{at.Host} on the way {fault}", requests - 1);
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            prepare?.Invoke(request);
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } location)
            {
                return new(response, null, requests);
            }

            response.Dispose();
            if (!Uri.TryCreate(at, location, out var next))
            {
                return new(null, $"{at.Host} redirects to what is no address", requests);
            }

            at = next;
        }

        return new(null, $"it is redirected more than {MostRedirects} times", MostRedirects + 1);
    }

    /// <summary>Reads a body, unpacked where it was packed; null where it is longer than it may be.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="maxBytes">The most bytes.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<MemoryStream?> ReadAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > maxBytes)
            {
                return null;
            }
        }

        bytes.Position = 0;
        return bytes;
    }
}
