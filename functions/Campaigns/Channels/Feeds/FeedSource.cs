using System.Net;
using System.Xml;
using Campaigns.Http.Outside;
using Microsoft.Extensions.Options;

namespace Campaigns.Channels.Feeds;

/// <summary>Fetches feeds, from public addresses only; one that has not changed since it was last read is not sent again.</summary>
internal sealed class FeedSource(HttpClient http, IOptions<OutsideOptions> outside, IOptions<FeedOptions> options, TimeProvider clock)
{
    /// <summary>The most bytes, once unpacked, and the most characters that a feed may have.</summary>
    public const int LargestFeed = 5_000_000;

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
        catch (HttpRequestException exception) when (exception.InnerException is AddressRefusedException refused)
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
        var known = memory.Find(address);
        using var answer = await OutsideAnswer.FollowAsync(http, address, outside.Value, request => known?.Ask(request.Headers), cancellationToken);
        return answer switch
        {
            { Response: null } => Refused($"The feed at {address.Host} cannot be read: {answer.Fault}.", answer.Requests),
            { Response.StatusCode: HttpStatusCode.NotModified } when known is not null => new(known.Feed, null, answer.Requests),
            { Response: var response } => (Bad(address, response) is { } bad ? new FeedAnswer(null, bad, 0) : await ReadAsync(address, response, cancellationToken)) with { Requests = answer.Requests },
        };
    }

    private async Task<FeedAnswer> ReadAsync(Uri address, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (await OutsideAnswer.ReadAsync(response, LargestFeed, cancellationToken) is not { } bytes)
        {
            return Refused($"The feed at {address.Host} is larger than {LargestFeed:N0} bytes.", 1);
        }

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
        // Of a server that somebody else's redirect led to, nothing follows for the one that the campaign names.
        HttpStatusCode.TooManyRequests when response.RequestMessage?.RequestUri?.Authority == address.Authority => new SearchPage.RateLimited(Waiting.Until(FarSide.RetryAt(response.Headers, clock), clock.GetUtcNow())),
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => new SearchPage.Failed($"{address.Host} is in trouble: HTTP {(int)response.StatusCode}."),
        < HttpStatusCode.BadRequest => new SearchPage.Failed($"{address.Host} does not answer with a feed: HTTP {(int)response.StatusCode}."),
        _ => new SearchPage.Refused($"{address.Host} does not show the feed: HTTP {(int)response.StatusCode}. Check the campaign's address of it."),
    };

    private static FeedAnswer Refused(string reason, int requests) => new(null, new SearchPage.Refused(reason), requests);

    private static FeedAnswer Failed(string reason, int requests) => new(null, new SearchPage.Failed(reason), requests);
}
