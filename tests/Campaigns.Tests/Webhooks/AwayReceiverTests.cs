using Campaigns.Tests.Publishing;
using Campaigns.TestSupport;
using Campaigns.Webhooks;

namespace Campaigns.Tests.Webhooks;

public sealed class AwayReceiverTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_receiver_that_gave_no_answer_holds_no_further_worker_for_half_a_minute_and_the_others_are_told()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        await rig.PutAsync(address: $"{rig.Receiver.Address}/away");
        await rig.PutAsync(name: "board");
        rig.Receiver.Answer = static context => context.Request.Path == "/hooks/away" ? Task.Delay(Timeout.Infinite, context.RequestAborted) : Task.CompletedTask;
        await rig.Publishing.PutAsync(PublishingRig.Json());
        await rig.Publishing.RunAsync();
        var messages = await rig.TakeAsync();
        var away = messages.Single(message => WebhookMessage.Read(message.MessageText).Webhook == "desk");
        await Assert.ThrowsAsync<WebhookFailedException>(() => rig.SendAsync(away));
        Assert.Equal(["/hooks/away"], Paths());

        // One that was never tried is put back; one that was counts an attempt; neither is a call.
        await rig.SendAsync(away);
        Assert.Equal((1, 0), (await rig.QueuedAsync(), (await rig.TakeAsync()).Length));
        await Assert.ThrowsAsync<WebhookFailedException>(() => rig.SendAsync(away, dequeueCount: 2));
        await rig.SendAsync(messages.Single(message => message != away));
        Assert.Equal(["/hooks/away", "/hooks"], Paths());

        rig.Receiver.Answers(500);
        rig.Publishing.Clock.Advance(WebhookSender.Respite);
        await Assert.ThrowsAsync<WebhookFailedException>(() => rig.SendAsync(away, dequeueCount: 3));
        rig.Receiver.Answers(204);
        await rig.SendAsync(away);
        Assert.Equal(["/hooks/away", "/hooks", "/hooks/away", "/hooks/away"], Paths());

        string[] Paths() => [.. rig.Receiver.All.Select(received => received.Path)];
    }
}
