using System.Collections.Concurrent;
using System.Text.Json;
using Campaigns.Insight;
using Campaigns.Insight.Language;
using Campaigns.Planning;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Campaigns.Tests.Insight.Language;

/// <summary>An engine whose texts are analysed by a server that keeps to the service's contract.</summary>
internal sealed class LanguageRig : IAsyncDisposable
{
    private readonly AzuriteFixture azurite;
    private readonly Dictionary<string, string?> settings;
    private readonly List<TestEngine> engines = [];
    private readonly Written log = new();

    private LanguageRig(AzuriteFixture azurite, LanguageContract service, Dictionary<string, string?> settings) =>
        (this.azurite, Service, this.settings) = (azurite, service, settings);

    public LanguageContract Service { get; }

    public TestClock Clock { get; } = TestClock.At("2015-06-06T12:00:00Z");

    public Campaign Campaign { get; private set; } = null!;

    public TestEngine Engine => engines[0];

    /// <summary>Everything that was logged.</summary>
    public IReadOnlyCollection<string> Log => log.Lines;

    /// <param name="azurite">The emulator.</param>
    /// <param name="budget">Further fields of the campaign document, with a comma before them.</param>
    /// <param name="settings">Further settings.</param>
    public static async Task<LanguageRig> StartAsync(AzuriteFixture azurite, string budget = "", params (string Name, string? Value)[] settings)
    {
        var service = await LanguageContract.StartAsync(LanguageModel.Results);
        var rig = new LanguageRig(azurite, service, new()
        {
            ["Insight:Endpoint"] = service.Endpoint.AbsoluteUri,
            ["Insight:Key"] = LanguageContract.Key,
        });
        foreach (var (name, value) in settings)
        {
            rig.settings[name] = value;
        }

        await rig.WorkerAsync();
        var document = SampleCampaign.Json.TrimEnd()[..^1] + budget + "}";
        rig.Campaign = await SampleCampaign.PutAsync(rig.Engine, json: document);
        return rig;
    }

    public static TextToAnalyse Text(string text, ulong key = 1, string? language = "en") => new(text, language, key);

    public static IReadOnlyList<TextToAnalyse> Texts(int count, int from = 0) =>
        [.. Enumerable.Range(from, count).Select(number => Text($"A good thing, number {number} of many", (ulong)number))];

    /// <summary>A further worker on the same storage.</summary>
    public async Task<IAnalyser> WorkerAsync(string? connection = null)
    {
        var own = connection is null ? settings : new Dictionary<string, string?>(settings) { ["AzureWebJobsStorage"] = connection };
        engines.Add(await TestEngine.StartAsync(
            azurite, Clock, services => services.AddSingleton<ILoggerFactory>(_ => new LoggerFactory([log])), own, engines.Count > 0 ? Engine.Prefix : null));
        return engines[^1].Get<IAnalyser>();
    }

    public Task<AnalysedTexts> AnalyseAsync(IReadOnlyList<TextToAnalyse> texts, CancellationToken cancellationToken = default) =>
        Engine.Get<IAnalyser>().AnalyseAsync(Campaign, texts, cancellationToken);

    public async Task<TextInsight> AnalyseAsync(string text, string? language = "en") => Assert.Single((await AnalyseAsync([Text(text, 1, language)])).Texts);

    /// <summary>What the engine says of the budget.</summary>
    public async Task<JsonElement> InsightAsync()
    {
        var request = Call.Request(Engine, "GET", "/api/campaigns/missing-type/insight");
        var answer = await Call.AnswerAsync(request, Engine.Function<GetInsight>().Run(request, "missing-type", default));
        Assert.Equal(200, answer.Status);
        return answer.Json;
    }

    public async Task<long> SpentAsync(string feature) => (await InsightAsync()).GetProperty("textRecords").GetProperty(feature).GetProperty("spent").GetInt64();

    /// <summary>Answers so many requests of a kind with something else.</summary>
    public void Instead(string kind, int times, Func<HttpContext, IResult> answer)
    {
        var left = times;
        Service.Instead = (body, context) => Task.FromResult((string?)body["kind"] == kind && Interlocked.Decrement(ref left) >= 0 ? answer(context) : null);
    }

    public static IResult Throttled(HttpContext context, string retryAfter)
    {
        context.Response.Headers.RetryAfter = retryAfter;
        return LanguageContract.Refuse(429, "TooManyRequests", null, "Rate limit is exceeded.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in engines)
        {
            await engine.DisposeAsync();
        }

        await Service.DisposeAsync();
    }

    private sealed class Written : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
