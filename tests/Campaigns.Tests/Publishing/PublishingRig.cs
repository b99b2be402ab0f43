using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Campaigns.Channels;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Campaigns.Tests.Publishing;

/// <summary>An engine with one campaign, whose Bluesky is a <see cref="FarSide"/> and whose triggers fire when a test says so.</summary>
internal sealed class PublishingRig : IAsyncDisposable
{
    public const string Monday = "2015-06-08T08:00:00Z";

    private PublishingRig(TestEngine engine, TestClock clock, FarSide platform, Campaign campaign)
    {
        Engine = engine;
        Clock = clock;
        Platform = platform;
        Ledger = Ledger.Of(campaign);
    }

    public TestEngine Engine { get; }

    public TestClock Clock { get; }

    public FarSide Platform { get; }

    public Ledger Ledger { get; }

    public QueueClient Queue => PublishingSteps.Queue(Engine);

    public static async Task<PublishingRig> StartAsync(AzuriteFixture azurite, ILoggerFactory? log = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var clock = TestClock.At(Monday);
        var platform = new FarSide();
        var engine = await TestEngine.StartAsync(azurite, clock, services => services.Replace(ServiceDescriptor.Singleton<IChannel>(platform)).Replace(ServiceDescriptor.Singleton(log ?? NullLoggerFactory.Instance)), settings);
        return new(engine, clock, platform, await SampleCampaign.PutAsync(engine));
    }

    /// <summary>A second engine on the same storage and the same platform, as another instance of the app would be.</summary>
    public Task<TestEngine> AnotherAsync(AzuriteFixture azurite) =>
        TestEngine.StartAsync(azurite, Clock, services => services.Replace(ServiceDescriptor.Singleton<IChannel>(Platform)), prefix: Engine.Prefix);

    public static string Json(string dueAt = Monday, string channels = "\"bluesky\"", string more = "") =>
        $$"""{ "text": "Give blood #MissingType", "dueAt": "{{dueAt}}", "channels": [{{channels}}]{{more}} }""";

    public async Task<Answer> PutAsync(string json, string postId = "first", params string[] headers)
    {
        var request = Call.Request(Engine, "PUT", $"/api/campaigns/missing-type/posts/{postId}", json, headers);
        return await Call.AnswerAsync(request, Engine.Function<PutPost>().Run(request, "missing-type", postId, default));
    }

    public async Task<Answer> DeleteAsync(string postId = "first", params string[] headers)
    {
        var request = Call.Request(Engine, "DELETE", $"/api/campaigns/missing-type/posts/{postId}", null, headers);
        return await Call.AnswerAsync(request, Engine.Function<DeletePost>().Run(request, "missing-type", postId, default));
    }

    public async Task<Answer> ResolveAsync(string deliveryId, string json)
    {
        var request = Call.Request(Engine, "POST", $"/api/campaigns/missing-type/deliveries/{deliveryId}/resolve", json);
        return await Call.AnswerAsync(request, Engine.Function<ResolveDelivery>().Run(request, "missing-type", deliveryId, default));
    }

    public async Task<Answer> ListAsync(string query = "")
    {
        var request = Call.Request(Engine, "GET", $"/api/campaigns/missing-type/deliveries{query}");
        return await Call.AnswerAsync(request, Engine.Function<ListDeliveries>().Run(request, "missing-type", default));
    }

    /// <summary>The ledger as callers see it.</summary>
    public async Task<JsonElement[]> DeliveriesAsync(string query = "") => [.. (await ListAsync(query)).Json.GetProperty("items").EnumerateArray()];

    /// <summary>The only delivery, as the ledger has it.</summary>
    public async Task<Delivery> DeliveryAsync() => Assert.Single(await Engine.Get<PostTable>().ListDeliveriesAsync(Ledger, null, default).ToListAsync());

    public Task TickAsync() => PublishingSteps.TickAsync(Engine);

    /// <summary>The timer, and every message that it leads to.</summary>
    public Task RunAsync() => PublishingSteps.RunAsync(Engine);

    /// <summary>Takes the messages that are visible off the queue.</summary>
    public Task<QueueMessage[]> TakeAsync() => PublishingSteps.TakeAsync(Queue);

    /// <summary>How many messages the queue holds, those that are not visible yet included.</summary>
    public async Task<int> QueuedAsync() => (await Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;

    public async Task<DeliveryMessage> MessageAsync() => new(Ledger.Campaign, Ledger.Generation, (await DeliveryAsync()).Id);

    /// <summary>Gives a message to a worker.</summary>
    public Task DeliverAsync(string text, int dequeueCount = 1, TestEngine? worker = null, CancellationToken cancellationToken = default) =>
        PublishingSteps.DeliverAsync(worker ?? Engine, text, dequeueCount, cancellationToken);

    public async Task<int> DueRowsAsync() => await Engine.Get<StorageRim>().Table(TableNames.Due).QueryAsync<Azure.Data.Tables.TableEntity>().CountAsync();

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}
