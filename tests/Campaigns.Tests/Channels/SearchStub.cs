using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Campaigns.Channels;
using Campaigns.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Tests.Channels;

/// <summary>The far side of the channels' searches, which answers as a test says: what real servers cannot be made to do on demand.</summary>
internal sealed class SearchStub : HttpMessageHandler
{
    public static readonly DateTimeOffset Now = new(2026, 6, 5, 8, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider services;

    /// <param name="channel">The channel that is searched.</param>
    /// <param name="client">The name of its HTTP client.</param>
    /// <param name="settings">The engine's settings.</param>
    public SearchStub(string channel, string client, params (string Name, string Value)[] settings)
    {
        var collection = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddChannels(
            new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build());
        collection.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => this);
        services = collection.BuildServiceProvider();
        Search = services.GetServices<ISearch>().Single(search => search.Channel == channel);
    }

    public TestClock Clock { get; } = new(Now);

    public ISearch Search { get; }

    /// <summary>Answers a request; null never answers.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?> Answer { get; set; } = static _ => null;

    public ConcurrentQueue<string> Asked { get; } = [];

    public static SearchQuery Query(string hashtag = "missingtype", Uri? feed = null, string? cursor = null) =>
        new(hashtag, feed, Now.AddDays(-1), Now, cursor);

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    /// <summary>Answers that no server should give to anybody, and that are given all the same.</summary>
    public static TheoryData<string, Func<HttpResponseMessage?>> Nonsense => new()
    {
        { "nothing in time", static () => null },
        { "an error", static () => new(HttpStatusCode.InternalServerError) { Content = new StringContent("oops") } },
        { "a gateway's page", static () => new(HttpStatusCode.BadGateway) { Content = new StringContent("<html>Bad gateway</html>") } },
        { "a page of HTML", static () => new(HttpStatusCode.OK) { Content = new StringContent("<html>Log in, please</html>") } },
        { "nothing", static () => new(HttpStatusCode.OK) },
        { "half an answer", static () => Json("""{ "posts": [ { "uri": "at://did:plc:a/app.bsky.feed.po""") },
        { "half a list", static () => Json("""[ { "id": "1", "uri": "https://a.example/1", "con""") },
        { "another shape", static () => Json("""{ "posts": { "0": {} } }""") },
        { "a list of nothings", static () => Json("""{ "posts": [ 1, null, {}, { "record": [] } ] }""") },
        { "nothings", static () => Json("[ 1, null, {}, { \"content\": [] } ]") },
        { "half a character in a name", static () => Json("""{ "po\ud83dsts": [], "p\ud83d": 1 }""") },
        { "half a character in a name of a status", static () => Json("""[ { "i\ud83d": "1", "u\ud83dri": "x", "con\ud83dtent": "" } ]""") },
        { "a number", static () => Json("42") },
        { "a broken connection", static () => throw new HttpRequestException(HttpRequestError.ResponseEnded) },
        { "no connection", static () => throw new HttpRequestException(HttpRequestError.ConnectionError) },
        { "more than anybody can say", static () => Json(new string(' ', 8_000_001)) },
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Asked.Enqueue(request.RequestUri!.PathAndQuery);
        if (Answer(request) is { } response)
        {
            return response;
        }

        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            services.Dispose();
        }

        base.Dispose(disposing);
    }
}
