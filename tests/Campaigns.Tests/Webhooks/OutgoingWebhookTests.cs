using System.Globalization;
using Azure;
using Azure.Data.Tables;
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
    private const string Settled = """{ "outcome": "published", "url": "https://facebook.com/groups/1/posts/2" }""";

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
        var message = await rig.PublishAsync();
        rig.Publishing.Clock.Advance(TimeSpan.FromMinutes(7));
        await rig.Publishing.DeliverAsync((await rig.Publishing.MessageAsync()).Write());
        Assert.Equal(message.MessageText, Assert.Single(await rig.TakeAsync()).MessageText);
        Assert.Single(rig.Publishing.Platform.Posts);
    }

    [Fact]
    public async Task News_of_what_was_not_published_have_the_same_bytes_whenever_they_are_told_again()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        await rig.PutAsync();
        rig.Publishing.Platform.Before = static (_, _) => Task.FromResult<PublishOutcome?>(new PublishOutcome.Refused("No."));
        rig.Publishing.Clock.Advance(TimeSpan.FromTicks(1_234_567));
        var first = await rig.PublishAsync();
        rig.Publishing.Clock.Advance(TimeSpan.FromMinutes(7));
        await rig.Publishing.DeliverAsync((await rig.Publishing.MessageAsync()).Write());
        await rig.SendAsync(first);
        await rig.SendAsync(Assert.Single(await rig.TakeAsync()));
        Assert.Equal(2, rig.Receiver.All.Count);
        Assert.Single(rig.Receiver.All.Select(received => (received.Id, received.Body)).Distinct());
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
        await rig.Publishing.ResolveAsync(task.Data["deliveryId"]!, Settled);
        Assert.Equal(0, await rig.Publishing.QueuedAsync());
        var published = WebhookMessage.Read(Assert.Single(await rig.TakeAsync()).MessageText);
        Assert.Equal(("delivery.manual", "delivery.published", "https://facebook.com/groups/1/posts/2"), (task.Type, published.Type, published.Data["url"]));
    }

    [Fact]
    public async Task News_of_what_a_person_settled_are_told_by_a_worker_where_the_process_died_before_it_told_them()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        await rig.PutAsync();
        var id = WebhookMessage.Read((await rig.PublishAsync("\"facebookgroup\"")).MessageText).Data["deliveryId"]!;
        var queue = rig.Engine.Get<StorageRim>().Queue(rig.Engine.Get<IOptions<WebhookOptions>>().Value.Queue);
        await queue.DeleteAsync();
        await Assert.ThrowsAsync<RequestFailedException>(() => rig.Publishing.ResolveAsync(id, Settled));
        Assert.Equal((DeliveryState.Published, 1), ((await rig.Publishing.DeliveryAsync()).State, await rig.Publishing.QueuedAsync()));

        await queue.CreateAsync();
        rig.Publishing.Clock.Advance(TimeSpan.FromMinutes(5));
        await rig.Publishing.DeliverAsync((await rig.Publishing.MessageAsync()).Write());
        var told = Assert.Single(await rig.TakeAsync());
        Assert.Equal("delivery.published", WebhookMessage.Read(told.MessageText).Type);

        // Said again it is the same news, and nothing waits any more to be told.
        await rig.Publishing.TakeAsync();
        Assert.Equal(200, (await rig.Publishing.ResolveAsync(id, Settled)).Status);
        Assert.Equal(told.MessageText, Assert.Single(await rig.TakeAsync()).MessageText);
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
    public async Task Messages_that_were_given_up_are_told_of_in_one_message_an_hour_and_never_those_of_webhooks()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        await rig.PutAsync();
        var deliveries = await GiveUpAsync(rig, rig.Engine.Get<IOptions<PublishingOptions>>().Value.DeliveriesQueue);
        await GiveUpAsync(rig, rig.Engine.Get<IOptions<WebhookOptions>>().Value.Queue);

        for (var minutes = 0; minutes < 60; minutes += 5)
        {
            await rig.Engine.Function<WatchQueues>().Run(null!, default);
            await deliveries.SendMessageAsync("{}");
            rig.Publishing.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        var first = WebhookMessage.Read(Assert.Single(await rig.TakeAsync()).MessageText);
        Assert.Equal(("poison.waiting", "1", DateTimeOffset.Parse("2015-06-08T08:00:00Z", CultureInfo.InvariantCulture)), (first.Type, first.Data["waiting"], first.At));
        await rig.Engine.Function<WatchQueues>().Run(null!, default);
        var next = WebhookMessage.Read(Assert.Single(await rig.TakeAsync()).MessageText);
        Assert.NotEqual(first.Id, next.Id);
        Assert.Equal("13", next.Data["waiting"]);
    }

    [Fact]
    public async Task What_was_given_up_is_told_in_the_same_bytes_by_the_run_that_follows_one_that_died()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        await rig.PutAsync();
        var deliveries = await GiveUpAsync(rig, rig.Engine.Get<IOptions<PublishingOptions>>().Value.DeliveriesQueue);
        await rig.Engine.Function<WatchQueues>().Run(null!, default);
        var first = Assert.Single(await rig.TakeAsync());

        // As it stands where a run dies after it told and before it noted that.
        var table = rig.Engine.Get<StorageRim>().Table(TableNames.Webhooks);
        var note = (await table.GetEntityAsync<TableEntity>("givenUp", rig.Engine.Get<IOptions<PublishingOptions>>().Value.DeliveriesQueue)).Value;
        note.Remove("IsTold");
        await table.UpdateEntityAsync(note, note.ETag, TableUpdateMode.Replace);
        await deliveries.SendMessageAsync("{}");
        rig.Publishing.Clock.Advance(TimeSpan.FromMinutes(5));
        await rig.Engine.Function<WatchQueues>().Run(null!, default);
        Assert.Equal(first.MessageText, Assert.Single(await rig.TakeAsync()).MessageText);
    }

    private static async Task<QueueClient> GiveUpAsync(SendingRig rig, string queue)
    {
        var poison = rig.Engine.Get<StorageRim>().Queue(queue + EngineQueue.PoisonSuffix);
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync("{}");
        return poison;
    }
}
