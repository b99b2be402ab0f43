using Azure.Storage.Queues;
using Campaigns.Channels;
using Campaigns.Publishing;
using Campaigns.Storage;
using Campaigns.TestSupport;
using Campaigns.Webhooks;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Webhooks;

public sealed class OutgoingWebhookTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_delivery_that_is_out_is_told_once_in_a_message_that_the_specifications_own_library_verifies()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        var secret = await rig.SecretAsync();
        var message = await rig.PublishAsync();
        await rig.SendAsync(message);
        await rig.SendAsync(message);

        var received = rig.Receiver.All.ToArray();
        Assert.Equal(2, received.Length);
        Assert.Single(received.Select(one => (one.Id, one.Body)).Distinct());
        Assert.Equal("", await WebhookJudge.FaultAsync(secret, rig.Publishing.Clock.GetUtcNow(), received[0].Body, received[0].Headers));
        Assert.NotEqual("", await WebhookJudge.FaultAsync(secret, rig.Publishing.Clock.GetUtcNow(), received[0].Body + " ", received[0].Headers));
        Assert.NotEqual("", await WebhookJudge.FaultAsync(secret, rig.Publishing.Clock.GetUtcNow().AddMinutes(6), received[0].Body, received[0].Headers));

        var (json, delivery) = (received[0].Json, await rig.Publishing.DeliveryAsync());
        Assert.Equal(("delivery.published", delivery.PublishedAt), (json.GetProperty("type").GetString(), json.GetProperty("timestamp").GetDateTimeOffset()));
        Assert.Equal(
            ["campaignId=missing-type", "postId=first", $"deliveryId={delivery.Id}", "channel=bluesky", "state=published", $"url={delivery.Url}"],
            json.GetProperty("data").EnumerateObject().Select(field => $"{field.Name}={field.Value}"));
        Assert.DoesNotContain("MissingType", received[0].Body, StringComparison.Ordinal);
        Assert.Equal(rig.Publishing.Clock.GetUtcNow(), (await rig.ListedAsync()).GetProperty("state").GetProperty("lastSuccessAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task News_that_a_dead_worker_did_not_tell_are_told_when_its_message_comes_again_under_the_same_id()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        await rig.PutAsync();
        var message = WebhookMessage.Read((await rig.PublishAsync()).MessageText);
        await rig.Publishing.DeliverAsync((await rig.Publishing.MessageAsync()).Write());
        Assert.Equal(message.Id, WebhookMessage.Read(Assert.Single(await rig.TakeAsync()).MessageText).Id);
        Assert.Single(rig.Publishing.Platform.Posts);
    }

    [Fact]
    public async Task A_delivery_that_is_refused_again_after_a_retry_is_news_again()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        await rig.PutAsync("\"delivery.refused\"");
        rig.Publishing.Platform.Before = static (_, _) => Task.FromResult<PublishOutcome?>(new PublishOutcome.Refused("No."));
        var first = WebhookMessage.Read((await rig.PublishAsync()).MessageText);
        rig.Publishing.Clock.Advance(TimeSpan.FromMinutes(1));
        await rig.Publishing.ResolveAsync((await rig.Publishing.DeliveryAsync()).Id, """{ "outcome": "notPublished", "retry": true }""");
        await rig.Publishing.RunAsync();
        var second = WebhookMessage.Read(Assert.Single(await rig.TakeAsync()).MessageText);
        Assert.Equal(("delivery.refused", "delivery.refused"), (first.Type, second.Type));
        Assert.NotEqual(first.Id, second.Id);
        Assert.DoesNotContain("No.", second.Write(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_for_a_person_is_told_and_then_where_it_was_published()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        await rig.PutAsync();
        var task = WebhookMessage.Read((await rig.PublishAsync("\"facebookgroup\"")).MessageText);
        await rig.Publishing.ResolveAsync(task.Data["deliveryId"]!, """{ "outcome": "published", "url": "https://facebook.com/groups/1/posts/2" }""");
        var published = WebhookMessage.Read(Assert.Single(await rig.TakeAsync()).MessageText);
        Assert.Equal(("delivery.manual", "delivery.published", "https://facebook.com/groups/1/posts/2"), (task.Type, published.Type, published.Data["url"]));
    }

    [Fact]
    public async Task Only_who_asked_for_it_is_told()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        await rig.PutAsync("\"delivery.refused\"", "refusals");
        await rig.PutAsync(name: "another", campaigns: "\"another\"");
        await rig.PutAsync(name: "ours", campaigns: "\"missing-type\"");
        Assert.Equal("ours", WebhookMessage.Read((await rig.PublishAsync()).MessageText).Webhook);
    }

    [Fact]
    public async Task Messages_that_were_given_up_are_told_of_once_an_hour_and_never_those_of_webhooks()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        await rig.PutAsync();
        foreach (var name in new[] { rig.Engine.Get<IOptions<PublishingOptions>>().Value.DeliveriesQueue, rig.Engine.Get<IOptions<WebhookOptions>>().Value.Queue })
        {
            QueueClient poison = rig.Engine.Get<StorageRim>().Queue(name + EngineQueue.PoisonSuffix);
            await poison.CreateIfNotExistsAsync();
            await poison.SendMessageAsync("{}");
        }

        var ids = new List<string>();
        foreach (var minutes in new[] { 5, 60 })
        {
            await rig.Engine.Function<WatchQueues>().Run(null!, default);
            await rig.Engine.Function<WatchQueues>().Run(null!, default);
            ids.AddRange((await rig.TakeAsync()).Select(message => WebhookMessage.Read(message.MessageText)).Select(message => $"{message.Type} {message.Id}"));
            rig.Publishing.Clock.Advance(TimeSpan.FromMinutes(minutes));
        }

        Assert.Equal(4, ids.Count);
        Assert.Single(ids.Distinct());
        await rig.Engine.Function<WatchQueues>().Run(null!, default);
        Assert.NotEqual(ids[0], WebhookMessage.Read(Assert.Single(await rig.TakeAsync()).MessageText).Id);
    }
}
