using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Campaigns.Storage;
using Campaigns.Tests.Publishing;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Campaigns.Webhooks;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Webhooks;

/// <summary>An engine that publishes, and a receiver that wants to know.</summary>
internal sealed class SendingRig : IAsyncDisposable
{
    public const string Every = "\"delivery.published\", \"delivery.refused\", \"delivery.unknown\", \"delivery.expired\", \"delivery.manual\", \"poison.waiting\"";

    private SendingRig(PublishingRig publishing, Receiver receiver) => (Publishing, Receiver) = (publishing, receiver);

    public PublishingRig Publishing { get; }

    public Receiver Receiver { get; }

    public TestEngine Engine => Publishing.Engine;

    private QueueClient Queue => Engine.Get<StorageRim>().Queue(Engine.Get<IOptions<WebhookOptions>>().Value.Queue);

    public static async Task<SendingRig> StartAsync(AzuriteFixture azurite, bool allowPrivate = true) => new(
        await PublishingRig.StartAsync(azurite, settings: new Dictionary<string, string?> { ["Outside:AllowPrivateAddresses"] = $"{allowPrivate}", ["Webhooks:TimeoutSeconds"] = "1" }),
        await Receiver.StartAsync());

    public async Task<Answer> PutAsync(string events = Every, string name = "desk", string? address = null, string campaigns = "", params string[] headers)
    {
        var request = Call.Request(Engine, "PUT", $"/api/webhooks/outgoing/{name}", $$"""{ "address": "{{address ?? Receiver.Address}}", "events": [{{events}}], "campaigns": [{{campaigns}}] }""", headers);
        return await Call.AnswerAsync(request, Engine.Function<PutOutgoingWebhook>().Run(request, name, default));
    }

    public async Task<string> SecretAsync() => (await PutAsync()).Json.GetProperty("secret").GetString()!;

    /// <summary>A webhook as the list shows it.</summary>
    public async Task<JsonElement> ListedAsync(string name = "desk")
    {
        var request = Call.Request(Engine, "GET", "/api/webhooks/outgoing");
        var answer = await Call.AnswerAsync(request, Engine.Function<ListOutgoingWebhooks>().Run(request, default));
        return answer.Json.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("name").GetString() == name);
    }

    public Task<QueueMessage[]> TakeAsync() => PublishingSteps.TakeAsync(Queue);

    public async Task<int> QueuedAsync() => (await Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;

    /// <summary>Gives a message to a worker.</summary>
    public Task SendAsync(QueueMessage message, int dequeueCount = 1) => Engine.Function<SendWebhook>().Run(QueuesModelFactory.QueueMessage("id", "receipt", message.MessageText, dequeueCount), default);

    /// <summary>Publishes a post of the sample campaign, and takes the one message about it.</summary>
    public async Task<QueueMessage> PublishAsync(string channels = "\"bluesky\"")
    {
        await Publishing.PutAsync(PublishingRig.Json(channels: channels));
        await Publishing.RunAsync();
        return Assert.Single(await TakeAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Publishing.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
