using System.Net;
using Microsoft.Extensions.Options;

namespace Campaigns.Channels.Media;

/// <summary>Fetches the pictures of posts, from public addresses only.</summary>
internal sealed class MediaSource(HttpClient http, IOptions<MediaOptions> options)
{
    private const int MaxRedirects = 3;

    /// <summary>Fetches one picture.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="maxBytes">The most that the channel takes.</param>
    /// <param name="cancellationToken">Stops fetching.</param>
    /// <exception cref="ChannelUnreachableException">Its server cannot be reached, or is in trouble.</exception>
    public async Task<FetchedMedia> FetchAsync(Uri address, int maxBytes, CancellationToken cancellationToken)
    {
        // The client's own limit ends with the headers; a picture that drips would keep us for ever.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await FollowAsync(address, maxBytes, both.Token);
        }
        catch (HttpRequestException exception) when (exception.InnerException is MediaAddressRefusedException refused)
        {
            return new FetchedMedia.Refused($"The picture at {address} cannot be fetched: {refused.Message}.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new ChannelUnreachableException($"The picture at {address} cannot be fetched: its server cannot be reached.", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ChannelUnreachableException($"The picture at {address} cannot be fetched: its server did not answer in time.", exception);
        }
    }

    private async Task<FetchedMedia> FollowAsync(Uri address, int maxBytes, CancellationToken cancellationToken)
    {
        var at = address;
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            if (MediaAddress.Fault(at, options.Value.AllowPrivateAddresses) is { } fault)
            {
                return new FetchedMedia.Refused($"The picture at {address} cannot be fetched: {at} {fault}.");
            }

            using var response = await http.GetAsync(at, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
            {
                at = new Uri(at, location);
                continue;
            }

            return await ReadAsync(address, response, maxBytes, cancellationToken);
        }

        return new FetchedMedia.Refused($"The picture at {address} cannot be fetched: it is redirected more than {MaxRedirects} times.");
    }

    private static async Task<FetchedMedia> ReadAsync(Uri address, HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        if ((int)response.StatusCode >= 500 || response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout)
        {
            throw new ChannelUnreachableException($"The picture at {address} cannot be fetched: its server answers {(int)response.StatusCode}.");
        }

        if (!response.IsSuccessStatusCode)
        {
            return new FetchedMedia.Refused($"The picture at {address} cannot be fetched: its server answers {(int)response.StatusCode}.");
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[maxBytes + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > maxBytes ? new FetchedMedia.Refused($"The picture at {address} is larger than {maxBytes:N0} bytes.")
            : ImageHeader.Read(buffer.AsSpan(0, length)) is { } header ? new FetchedMedia.Picture(buffer[..length], header)
            : new FetchedMedia.Refused($"What is at {address} is no JPEG, PNG, GIF or WebP picture.");
    }
}
