using System.Net;
using Campaigns.Http.Outside;
using Microsoft.Extensions.Options;

namespace Campaigns.Channels.Media;

/// <summary>Fetches the pictures of posts, from public addresses only.</summary>
internal sealed class MediaSource(HttpClient http, IOptions<MediaOptions> options, IOptions<OutsideOptions> outside)
{
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
        catch (HttpRequestException exception) when (exception.InnerException is AddressRefusedException refused)
        {
            return new FetchedMedia.Refused($"The picture at {Shown(address)} cannot be fetched: {refused.Message}.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new ChannelUnreachableException($"The picture at {Shown(address)} cannot be fetched: its server cannot be reached.", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ChannelUnreachableException($"The picture at {Shown(address)} cannot be fetched: its server did not answer in time.", exception);
        }
    }

    private async Task<FetchedMedia> FollowAsync(Uri address, int maxBytes, CancellationToken cancellationToken)
    {
        using var answer = await OutsideAnswer.FollowAsync(http, address, outside.Value, null, cancellationToken);
        return answer.Response is { } response
            ? await ReadAsync(address, response, maxBytes, cancellationToken)
            : new FetchedMedia.Refused($"The picture at {Shown(address)} cannot be fetched: {answer.Fault}.");
    }

    private static async Task<FetchedMedia> ReadAsync(Uri address, HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        if ((int)response.StatusCode >= 500 || response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout)
        {
            throw new ChannelUnreachableException($"The picture at {Shown(address)} cannot be fetched: its server answers {(int)response.StatusCode}.");
        }

        if (!response.IsSuccessStatusCode)
        {
            return new FetchedMedia.Refused($"The picture at {Shown(address)} cannot be fetched: its server answers {(int)response.StatusCode}.");
        }

        if (await OutsideAnswer.ReadAsync(response, maxBytes, cancellationToken) is not { } body)
        {
            return new FetchedMedia.Refused($"The picture at {Shown(address)} is larger than {maxBytes:N0} bytes.");
        }

        var bytes = body.ToArray();
        return ImageHeader.Read(bytes) is { } header ? new FetchedMedia.Picture(bytes, header)
            : new FetchedMedia.Refused($"What is at {Shown(address)} is no JPEG, PNG, GIF or WebP picture.");
    }

    // What stands behind the path may be a secret, such as that of a blob that is shared by a link.
    private static string Shown(Uri address) => address.GetLeftPart(UriPartial.Path);
}
