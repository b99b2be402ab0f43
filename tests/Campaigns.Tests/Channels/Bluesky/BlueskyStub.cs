using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Campaigns.Channels;
using Campaigns.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Tests.Channels.Bluesky;

/// <summary>A Bluesky server that answers as a test says: what a real one cannot be made to do on demand. The real one is in the end-to-end tests.</summary>
internal sealed class BlueskyStub : HttpMessageHandler
{
    public static readonly DateTimeOffset Now = new(2026, 6, 5, 8, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider services;

    public BlueskyStub(string appPassword = "aaaa-bbbb-cccc-dddd")
    {
        Answers = new(new Dictionary<string, Func<HttpResponseMessage>>
        {
            ["com.atproto.server.createSession"] = static () => Json(HttpStatusCode.OK, """{ "did": "did:plc:a", "handle": "nhsbt.example", "accessJwt": "access", "refreshJwt": "refresh" }"""),
            ["com.atproto.repo.putRecord"] = static () => Json(HttpStatusCode.OK, """{ "uri": "at://did:plc:a/app.bsky.feed.post/x", "cid": "c" }"""),
        });
        var collection = new ServiceCollection().AddSingleton<TimeProvider>(new TestClock(Now)).AddChannels(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Bluesky:Accounts:0:Handle"] = "nhsbt.example",
            ["Bluesky:Accounts:0:AppPassword"] = appPassword,
            ["Bluesky:TimeoutSeconds"] = "1",
        }).Build());
        collection.AddHttpClient("XrpcClient").ConfigurePrimaryHttpMessageHandler(() => this);
        services = collection.BuildServiceProvider();
    }

    public ConcurrentDictionary<string, Func<HttpResponseMessage>> Answers { get; }

    public ConcurrentQueue<string> Called { get; } = [];

    public IChannel Channel => services.GetRequiredService<ChannelDirectory>()["bluesky"];

    public static OutgoingPost Post(string text = "Give blood", string account = "nhsbt.example") => new("key", account, new ChannelContent(text, [], null), Now, Now);

    public static HttpResponseMessage Json(HttpStatusCode status, string json, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var method = request.RequestUri!.Segments[^1];
        Called.Enqueue(method);
        return Answers[method]() is var response && response.StatusCode != HttpStatusCode.Continue ? response : await NeverAsync(cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            services.Dispose();
        }

        base.Dispose(disposing);
    }

    private static async Task<HttpResponseMessage> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException();
    }
}
