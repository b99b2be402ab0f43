using System.Net;
using System.Xml;
using Campaigns.Channels.Media;
using Microsoft.Extensions.Options;

namespace Campaigns.Channels.Feeds;

/// <summary>Fetches feeds, from public addresses only; one that has not changed since it was last read is not sent again.</summary>
internal sealed class FeedSource(HttpClient http, IOptions<MediaOptions> media, IOptions<FeedOptions> options, TimeProvider clock)
{
    /// <summary>The most bytes, once unpacked, and the most characters that a feed may have.</summary>
    public const int LargestFeed = 5_000_000;

    /// <summary>How often a feed may have moved.</summary>
    public const int MostRedirects = 3;

    private readonly FeedMemory memory = new();

    /// <summary>Fetches and reads a feed. Whatever its server does is an answer.</summary>
    public async Task<FeedAnswer> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        // The client's own limit ends with the headers; a body that drips would keep us for ever.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await FollowAsync(address, both.Token);
        }
        catch (HttpRequestException exception) when (exception.InnerException is MediaAddressRefusedException refused)
        {
            return Refused($"The feed at {address.Host} cannot be read: {refused.Message}.", 1);
        }
        catch (XmlException exception)
        {
            return Failed($"What {address.Host} answers cannot be read as a feed (line {exception.LineNumber}): it has a document type, breaks off, or is no XML.", 1);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            return Failed($"{address.Host} cannot be reached, or broke off its answer.", 1);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed($"{address.Host} did not answer in time.", 1);
        }
    }

    private async Task<FeedAnswer> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        var at = address;
        for (var requests = 1; requests <= MostRedirects + 1; requests++)
        {
            if (MediaAddress.Fault(at, media.Value.AllowPrivateAddresses) is { } fault)
            {
                return Refused($"The feed at {address.Host} cannot be read: an address on the way {fault}.", requests - 1);
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            var known = memory.Find(address);
            known?.Ask(request.Headers);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode == HttpStatusCode.NotModified && known is not null)
            {
                return new(known.Feed, null, requests);
            }

            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
            {
                at = new Uri(at, location);
                continue;
            }

            return (Bad(address, response) is { } bad ? new FeedAnswer(null, bad, requests) : await ReadAsync(address, response, cancellationToken)) with { Requests = requests };
        }

        return Refused($"The feed at {address.Host} cannot be read: it is redirected more than {MostRedirects} times.", MostRedirects + 1);
    }

    private async Task<FeedAnswer> ReadAsync(Uri address, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LargestFeed)
            {
                return Refused($"The feed at {address.Host} is larger than {LargestFeed:N0} bytes.", 1);
            }
        }

        bytes.Position = 0;
        if (FeedReader.Read(bytes, address) is not { } feed)
        {
            return Failed($"What {address.Host} answers is no RSS or Atom feed.", 1);
        }

        memory.Keep(address, feed, response);
        return new(feed, null, 1);
    }

    private SearchPage? Bad(Uri address, HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.OK => null,
        HttpStatusCode.TooManyRequests => new SearchPage.RateLimited(Waiting.Until(FarSide.RetryAt(response.Headers, clock), clock.GetUtcNow())),
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new SearchPage.Failed($"{address.Host} is in trouble: HTTP {(int)response.StatusCode}."),
        < HttpStatusCode.BadRequest => new SearchPage.Failed($"{address.Host} does not answer with a feed: HTTP {(int)response.StatusCode}."),
        _ => new SearchPage.Refused($"{address.Host} does not show the feed: HTTP {(int)response.StatusCode}. Check the campaign's address of it."),
    };

    private static FeedAnswer Refused(string reason, int requests) => new(null, new SearchPage.Refused(reason), requests);

    private static FeedAnswer Failed(string reason, int requests) => new(null, new SearchPage.Failed(reason), requests);
}
