using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Campaigns.Channels;
using Campaigns.Listening.Coverage;
using Campaigns.Listening.Search;
using Campaigns.Planning;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Listening.Search;

/// <summary>An engine with one campaign of one hashtag, which searches a <see cref="ScriptedSearch"/> and whose triggers fire when a test says so.</summary>
internal sealed class SearchRig : IAsyncDisposable
{
    /// <summary>The second hour of the campaign's first day, in London.</summary>
    public static readonly DateTimeOffset Start = new(2015, 6, 4, 23, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset End = new(2015, 6, 21, 23, 0, 0, TimeSpan.Zero);

    private SearchRig(TestEngine engine, TestClock clock, ScriptedSearch channel, Campaign campaign) =>
        (Engine, Clock, Channel, Campaign) = (engine, clock, channel, campaign);

    public TestEngine Engine { get; }

    public TestClock Clock { get; }

    public ScriptedSearch Channel { get; }

    public Campaign Campaign { get; private set; }

    public QueueClient Queue => Engine.Get<StorageRim>().Queue(Engine.Get<IOptions<SearchOptions>>().Value.SearchesQueue);

    public static async Task<SearchRig> StartAsync(
        AzuriteFixture azurite, string more = "", DateTimeOffset? at = null, Action<ScriptedSearch>? terms = null, IReadOnlyDictionary<string, string?>? settings = null,
        ILoggerFactory? log = null)
    {
        var clock = new TestClock(at ?? Start.AddHours(1));
        var channel = new ScriptedSearch(clock);
        terms?.Invoke(channel);
        var engine = await TestEngine.StartAsync(azurite, clock, services => Only(Logging(services, log), channel), settings);
        return new(engine, clock, channel, await SampleCampaign.PutAsync(engine, json: Json(more)));
    }

    private static IServiceCollection Logging(IServiceCollection services, ILoggerFactory? log) =>
        log is null ? services : services.Replace(ServiceDescriptor.Singleton(log));

    public static void Only(IServiceCollection services, params ISearch[] searches)
    {
        services.RemoveAll<ISearch>();
        foreach (var search in searches)
        {
            services.AddSingleton(search);
        }
    }

    public static string Json(string more = "", string hashtags = "\"#MissingType\"") => $$"""
        { "name": "Missing Type", "start": "2015-06-05", "end": "2015-06-21", "timeZone": "Europe/London", "hashtags": [{{hashtags}}],
          "plan": { "tell": "Give blood", "hear": "Why not", "act": "Open more sessions" }{{more}} }
        """;

    /// <summary>Another instance of the app on the same storage and the same far side.</summary>
    public Task<TestEngine> AnotherAsync(AzuriteFixture azurite) =>
        TestEngine.StartAsync(azurite, Clock, services => Only(services, Channel), prefix: Engine.Prefix);

    /// <summary>Puts the campaign again.</summary>
    public async Task ChangeAsync(string more = "", string hashtags = "\"#MissingType\"")
    {
        await SampleCampaign.ChangeAsync(Engine, Json(more, hashtags));
        Campaign = (await Engine.Get<CampaignTable>().FindAsync(Campaign.Id, default))!;
    }

    public Task TickAsync(TestEngine? engine = null) => (engine ?? Engine).Function<PlanSearches>().Run(new TimerInfo(), default);

    /// <summary>Takes the messages that are visible off the queue.</summary>
    public async Task<QueueMessage[]> TakeAsync()
    {
        var taken = new List<QueueMessage>();
        while ((await Queue.ReceiveMessagesAsync(32)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }

            taken.AddRange(messages);
        }

        return [.. taken];
    }

    public Task WorkAsync(QueueMessage message, TestEngine? worker = null, CancellationToken cancellationToken = default) =>
        (worker ?? Engine).Function<SearchChannel>().Run(message, cancellationToken);

    /// <summary>The timer, and every message that it leads to.</summary>
    public async Task RunAsync()
    {
        await TickAsync();
        while (await TakeAsync() is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await WorkAsync(message);
            }
        }
    }

    /// <summary>Runs each minute for so long.</summary>
    public async Task RunForAsync(TimeSpan time)
    {
        for (var until = Clock.GetUtcNow() + time; Clock.GetUtcNow() < until; Clock.Advance(TimeSpan.FromMinutes(1)))
        {
            await RunAsync();
        }
    }

    /// <summary>Counts and rolls up what was found; the results.</summary>
    public async Task<JsonElement> ResultsAsync()
    {
        await ListeningRun.TrackAsync(Engine);
        await ListeningRun.SweepAsync(Engine);
        return await ListeningRun.ResultsAsync(Engine);
    }

    public async Task<long> MentionsAsync() => (await ResultsAsync()).GetProperty("mentions") is { ValueKind: JsonValueKind.Number } mentions ? mentions.GetInt64() : 0;

    /// <summary>What coverage says of searches: state and minutes since the campaign's start.</summary>
    public async Task<(string State, double From, double To)[]> CoverageAsync() =>
    [
        .. (await Engine.Get<CoverageTable>().ReadAsync(Campaign.Id.Value, Campaign.Generation, default))
            .Select(entry => (entry.State, (entry.From - Start).TotalMinutes, (entry.To - Start).TotalMinutes)),
    ];

    /// <summary>What callers see.</summary>
    public async Task<JsonElement> ListeningAsync()
    {
        var request = Call.Request(Engine, "GET", "/api/campaigns/missing-type/listening");
        var answer = await Call.AnswerAsync(request, Engine.Function<GetListening>().Run(request, "missing-type", default));
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json;
    }

    /// <summary>The only search, as callers see it.</summary>
    public async Task<JsonElement> SearchAsync() => Assert.Single((await ListeningAsync()).GetProperty("searches").EnumerateArray());

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}
