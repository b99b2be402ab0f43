using Campaigns.EndToEnd.Support;
using Campaigns.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Campaigns.Benchmarks.Cpu;

/// <summary>The engine as <c>AddCampaigns</c> composes it, in this process, so that its parts can be measured one by one.</summary>
internal sealed class InProcessEngine : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private InProcessEngine(ServiceProvider services) => this.services = services;

    /// <summary>Composes an engine and makes its tables and queues.</summary>
    /// <param name="storage">Where it keeps them.</param>
    /// <param name="makesTables">Whether the tables and queues may be missing.</param>
    public static async Task<InProcessEngine> StartAsync(EngineStorage storage, bool makesTables = true)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings(EngineStorage.Committed())).AddInMemoryCollection(Settings(storage.Settings())).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddLogging();
        services.AddCampaigns(configuration);
        var engine = new InProcessEngine(services.BuildServiceProvider());
        foreach (var setup in engine.services.GetServices<IHostedService>().OfType<StorageSetup>().Where(_ => makesTables))
        {
            await setup.StartAsync(default);
        }

        return engine;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Makes a function class as the host does.</summary>
    public T Function<T>()
        where T : class => ActivatorUtilities.CreateInstance<T>(services);

    /// <summary>A request as Kestrel would hand it over.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    /// <param name="body">The body.</param>
    /// <param name="mediaType">Its type.</param>
    public HttpRequest Request(string method, string path, byte[] body, string mediaType)
    {
        var request = new DefaultHttpContext { RequestServices = services }.Request;
        (request.Method, request.Scheme, request.Host, request.Path) = (method, "http", new HostString("localhost"), path);
        (request.Body, request.ContentLength, request.ContentType) = (new MemoryStream(body), body.Length, mediaType);
        return request;
    }

    /// <summary>Executes a function's result, and holds it to the status that was expected.</summary>
    public static async Task ExpectAsync(HttpRequest request, Task<IResult> result, int status)
    {
        await (await result).ExecuteAsync(request.HttpContext);
        if (request.HttpContext.Response.StatusCode != status)
        {
            throw new BenchmarkException($"{request.Method} {request.Path} answered {request.HttpContext.Response.StatusCode}, not {status}.");
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> Settings(IEnumerable<KeyValuePair<string, string>> settings) =>
        settings.Select(static setting => new KeyValuePair<string, string?>(setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value));

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
