using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Campaigns.Http.Outside;

namespace Campaigns.Channels.Bluesky;

/// <summary>Speaks XRPC, Bluesky's way of calling methods over HTTP.</summary>
internal sealed class XrpcClient(HttpClient http, TimeProvider clock)
{
    public Task<XrpcAnswer> QueryAsync(Uri service, string method, string? token, CancellationToken cancellationToken, params (string Name, string Value)[] parameters)
    {
        var query = string.Join('&', parameters.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
        return SendAsync(new(HttpMethod.Get, new Uri(service, $"/xrpc/{method}?{query}")), token, token, cancellationToken);
    }

    public Task<XrpcAnswer> CallAsync(Uri service, string method, HttpContent? body, string? token, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Post, new Uri(service, $"/xrpc/{method}")) { Content = body }, token, token, cancellationToken);

    /// <summary>Signs in: the password stands in the body.</summary>
    public Task<XrpcAnswer> SignInAsync(Uri service, string handle, string password, CancellationToken cancellationToken) => SendAsync(
        new(HttpMethod.Post, new Uri(service, "/xrpc/com.atproto.server.createSession")) { Content = JsonContent.Create(new { identifier = handle, password }) }, null, password, cancellationToken);

    private async Task<XrpcAnswer> SendAsync(HttpRequestMessage request, string? token, string? secret, CancellationToken cancellationToken)
    {
        using (request)
        {
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            try
            {
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
                return new(response.StatusCode, await FarSide.BodyAsync(response, cancellationToken), RetryAt(response.Headers)) { Secret = secret };
            }
            catch (HttpRequestException exception) when (NeverArrived(exception))
            {
                throw new ChannelUnreachableException($"Bluesky's server {request.RequestUri!.Host} cannot be reached.", exception);
            }
            catch (HttpRequestException exception)
            {
                throw new AnswerLostException($"the connection to {request.RequestUri!.Host} broke before it answered", exception);
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw new AnswerLostException($"{request.RequestUri!.Host} did not answer in time", exception);
            }
        }
    }

    private static bool NeverArrived(HttpRequestException exception) =>
        exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError;

    private DateTimeOffset? RetryAt(HttpResponseHeaders headers)
    {
        var after = FarSide.RetryAt(headers, clock);
        var reset = headers.TryGetValues("RateLimit-Reset", out var values) && long.TryParse(values.First(), CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : (DateTimeOffset?)null;
        return after > reset || reset is null ? after : reset;
    }
}
