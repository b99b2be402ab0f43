using System.Text.Json;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Campaigns.Webhooks;

namespace Campaigns.Tests.Webhooks;

public sealed class WebhookSenderTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(500, "It answered 500.")]
    [InlineData(404, "It answered 404.")]
    [InlineData(302, "It answered 302.")]
    public async Task What_did_not_arrive_fails_for_the_host_to_bring_it_again_and_is_told_in_the_list(int status, string why)
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        await rig.PutAsync();
        rig.Receiver.Answers(status, "Location", "/elsewhere");
        var message = await rig.PublishAsync();
        Assert.Equal("published", (await rig.Publishing.DeliveryAsync()).State.ToString().ToLowerInvariant());
        Assert.Contains(why, (await Assert.ThrowsAsync<WebhookFailedException>(() => rig.SendAsync(message))).Message, StringComparison.Ordinal);
        Assert.Equal("/hooks", Assert.Single(rig.Receiver.All).Path);
        Assert.Equal(why, (await rig.ListedAsync()).GetProperty("state").GetProperty("lastFailure").GetString());

        rig.Receiver.Answers(204);
        await rig.SendAsync(message);
        Assert.Single(rig.Receiver.All.Select(received => received.Id).Distinct());
        Assert.Equal(0, await rig.QueuedAsync());
    }

    [Fact]
    public async Task A_receiver_that_drips_and_one_that_is_away_fail_in_time_and_publishing_goes_on()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        await rig.PutAsync();
        rig.Receiver.Answer = static context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var message = await rig.PublishAsync();
        Assert.Contains("did not answer in time", (await Assert.ThrowsAsync<WebhookFailedException>(() => rig.SendAsync(message))).Message, StringComparison.Ordinal);
        await rig.Receiver.DisposeAsync();
        rig.Publishing.Clock.Advance(WebhookSender.Respite);
        Assert.Contains("cannot be reached", (await Assert.ThrowsAsync<WebhookFailedException>(() => rig.SendAsync(message, dequeueCount: 2))).Message, StringComparison.Ordinal);
        Assert.Single(rig.Publishing.Platform.Posts);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        await rig.PutAsync();
        rig.Receiver.Answer = static async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[64 * 1024], context.RequestAborted);
            }
        };
        await rig.SendAsync(await rig.PublishAsync());
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_told_nothing_more_until_its_webhook_is_put_again()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        var made = await rig.PutAsync();
        rig.Receiver.Answers(410);
        var message = await rig.PublishAsync();
        await rig.SendAsync(message);
        await rig.SendAsync(message);
        Assert.Single(rig.Receiver.All);
        Assert.Equal(rig.Publishing.Clock.GetUtcNow(), (await rig.ListedAsync()).GetProperty("state").GetProperty("offSince").GetDateTimeOffset());

        rig.Receiver.Answers(200);
        Assert.Equal(200, (await rig.PutAsync(headers: $"If-Match: {made.ETag}")).Status);
        await rig.SendAsync(message);
        Assert.Equal(2, rig.Receiver.All.Count);
    }

    [Fact]
    public async Task An_address_that_is_gone_does_not_switch_off_the_one_that_took_its_place_while_it_was_called()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        var made = await rig.PutAsync();
        var changed = $"{rig.Receiver.Address}/new";
        rig.Receiver.Answer = async context =>
        {
            context.Response.StatusCode = 204;
            if (context.Request.Path == "/hooks")
            {
                Assert.Equal(200, (await rig.PutAsync(address: changed, headers: $"If-Match: {made.ETag}")).Status);
                context.Response.StatusCode = 410;
            }
        };
        var message = await rig.PublishAsync();
        await Assert.ThrowsAsync<WebhookFailedException>(() => rig.SendAsync(message));
        Assert.Equal(JsonValueKind.Null, (await rig.ListedAsync()).GetProperty("state").GetProperty("offSince").ValueKind);
        await rig.SendAsync(message);
        await rig.SendAsync(message);
        Assert.Equal(["/hooks", "/hooks/new", "/hooks/new"], rig.Receiver.All.Select(received => received.Path));
    }

    [Theory]
    [InlineData(429, "120")]
    [InlineData(503, "Mon, 08 Jun 2015 08:02:00 GMT")]
    public async Task A_receiver_that_asks_to_wait_is_waited_for_at_no_cost_of_an_attempt(int status, string retryAfter)
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        await rig.PutAsync();
        rig.Receiver.Answers(status, "Retry-After", retryAfter);
        await rig.SendAsync(await rig.PublishAsync());
        Assert.Equal((1, 0), (await rig.QueuedAsync(), (await rig.TakeAsync()).Length));
    }

    [Fact]
    public async Task A_receiver_that_asks_to_wait_for_ever_is_given_up()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        await rig.PutAsync();
        rig.Receiver.Answers(429, "Retry-After", "0");
        var message = WebhookMessage.Read((await rig.PublishAsync()).MessageText) with { Waits = 8 };
        await Assert.ThrowsAsync<WebhookFailedException>(() => rig.Engine.Get<WebhookSender>().SendAsync(message, 1, default));
    }

    [Fact]
    public async Task A_message_of_a_webhook_that_was_removed_or_made_again_is_dropped()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        await rig.PutAsync();
        var message = await rig.PublishAsync();
        var request = Call.Request(rig.Engine, "DELETE", "/api/webhooks/outgoing/desk");
        Assert.Equal(204, (await Call.AnswerAsync(request, rig.Engine.Function<DeleteOutgoingWebhook>().Run(request, "desk", default))).Status);
        await rig.SendAsync(message);
        await rig.PutAsync();
        await rig.SendAsync(message);
        Assert.Empty(rig.Receiver.All);
    }

    [Fact]
    public async Task For_a_day_after_a_new_secret_was_made_messages_are_signed_with_both()
    {
        await using var rig = await SendingRig.StartAsync(azurite);
        var former = await rig.SecretAsync();
        var request = Call.Request(rig.Engine, "POST", "/api/webhooks/outgoing/desk/rotate");
        var current = (await Call.AnswerAsync(request, rig.Engine.Function<RotateOutgoingWebhook>().Run(request, "desk", default))).Json.GetProperty("secret").GetString()!;
        var message = await rig.PublishAsync();
        await rig.SendAsync(message);
        rig.Publishing.Clock.Advance(TimeSpan.FromHours(25));
        await rig.SendAsync(message);

        var received = rig.Receiver.All.ToArray();
        var now = rig.Publishing.Clock.GetUtcNow();
        Assert.Equal("", await WebhookJudge.FaultAsync(former, now.AddHours(-25), received[0].Body, received[0].Headers));
        Assert.Equal("", await WebhookJudge.FaultAsync(current, now.AddHours(-25), received[0].Body, received[0].Headers));
        Assert.NotEqual("", await WebhookJudge.FaultAsync(former, now, received[1].Body, received[1].Headers));
        Assert.Equal("", await WebhookJudge.FaultAsync(current, now, received[1].Body, received[1].Headers));
    }

    [Theory]
    [InlineData("https://10.0.0.1/", "address: must be a public address")]
    [InlineData("https://[::ffff:169.254.169.254]/", "address: must be a public address")]
    [InlineData("http://example.org/", "address: must be an https address")]
    [InlineData("https://me:pass@example.org/", "address: must not carry a user name or password")]
    [InlineData("https://example.org:22/", "address: must have no port, or one of 443")]
    public async Task An_address_that_will_not_do_is_refused_when_it_is_put(string address, string fault)
    {
        await using var rig = await SendingRig.StartAsync(azurite, allowPrivate: false);
        Assert.Equal([fault], (await rig.PutAsync(address: address)).Faults);
    }

    [Fact]
    public async Task An_address_that_leads_into_a_private_network_by_now_is_not_called()
    {
        await using var rig = await SendingRig.StartAsync(azurite, allowPrivate: false);
        await rig.PutAsync(address: $"https://{System.Net.Dns.GetHostName()}/");
        var addresses = await System.Net.Dns.GetHostAddressesAsync(System.Net.Dns.GetHostName(), TestContext.Current.CancellationToken);
        Assert.SkipUnless(addresses.All(address => !Campaigns.Http.Outside.PublicAddress.Is(address)), "This machine's own name leads to a public address.");
        var message = await rig.PublishAsync();
        Assert.Contains("leads into a private network", (await Assert.ThrowsAsync<WebhookFailedException>(() => rig.SendAsync(message))).Message, StringComparison.Ordinal);
        Assert.Empty(rig.Receiver.All);
    }
}
