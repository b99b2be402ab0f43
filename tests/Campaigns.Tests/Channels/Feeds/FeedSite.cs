using System.Collections.Concurrent;
using Campaigns.Channels;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Tests.Channels.Feeds;

/// <summary>A blog on this machine, whose feed is what a test says, and the engine that reads it.</summary>
internal sealed class FeedSite : IAsyncDisposable
{
    private readonly WebApplication site;
    private readonly ServiceProvider services;

    private FeedSite(WebApplication site, bool allowPrivate)
    {
        this.site = site;
        services = new ServiceCollection().AddSingleton<TimeProvider>(new TestClock(SearchStub.Now)).AddChannels(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Outside:AllowPrivateAddresses"] = $"{allowPrivate}", ["Feeds:TimeoutSeconds"] = "2" }).Build()).BuildServiceProvider();
    }

    /// <summary>Answers every request.</summary>
    public RequestDelegate Answer { get; set; } = static _ => Task.CompletedTask;

    public ConcurrentQueue<string> Asked { get; } = [];

    public Uri Feed => new($"{site.Urls.First()}/feed");

    public ISearch Search => services.GetServices<ISearch>().Single(search => search.Channel == "blog");

    public static async Task<FeedSite> StartAsync(bool allowPrivate = true)
    {
        var app = LoopbackSite.Build();
        var site = new FeedSite(app, allowPrivate);
        app.Run(context =>
        {
            site.Asked.Enqueue(context.Request.Path);
            return site.Answer(context);
        });
        await app.StartAsync();
        return site;
    }

    public void Shows(string xml, string contentType = "application/xml") => Answer = context =>
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(xml);
    };

    /// <summary>An RSS feed of items.</summary>
    public void Lists(params string[] items) => Shows($"<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>A blog</title>{string.Concat(items)}</channel></rss>", "application/rss+xml");

    /// <summary>An RSS item that was published so many hours before now.</summary>
    public static string Item(int number, double hoursAgo, string more = "") =>
        $"<item><guid>https://blog.example/?p={number}</guid><title>Give #MissingType</title><pubDate>{SearchStub.Now.AddHours(-hoursAgo):R}</pubDate>{more}</item>";

    public Task<SearchPage> AskAsync(string? cursor = null) => Search.SearchAsync(SearchStub.Query(feed: Feed, cursor: cursor), TestContext.Current.CancellationToken);

    public async Task<SearchPage.Found> FindAsync(string? cursor = null) => Assert.IsType<SearchPage.Found>(await AskAsync(cursor));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await site.DisposeAsync();
    }
}
