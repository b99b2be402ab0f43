using Campaigns.Http;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Storage;

public sealed class QueueWatchTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_waited_long_and_what_was_given_up_is_said_and_what_is_fresh_is_not()
    {
        var clock = new TestClock(DateTimeOffset.UnixEpoch);
        var log = new SaidLines();
        await using var engine = await TestEngine.StartAsync(azurite, clock, services => services.AddSingleton<ILoggerFactory>(log));
        var (deliveries, mentions) = ($"{engine.Prefix}-deliveries", $"{engine.Prefix}-mentions");
        var storage = engine.Get<StorageRim>();
        await storage.Queue(deliveries).SendMessageAsync("late", TestContext.Current.CancellationToken);
        await storage.Queue(mentions).SendMessageAsync("waits for its time", TimeSpan.FromDays(1), cancellationToken: TestContext.Current.CancellationToken);
        var sent = (await storage.Queue(deliveries).PeekMessageAsync(TestContext.Current.CancellationToken)).Value.InsertedOn!.Value;

        clock.Set(sent + TimeSpan.FromMinutes(10));
        await engine.Function<WatchQueues>().Run(null!, TestContext.Current.CancellationToken);
        Assert.Equal(["The queues hold 2 messages"], log.Lines);

        log.Lines.Clear();
        clock.Set(sent + TimeSpan.FromMinutes(20));
        var poison = storage.Queue(mentions + EngineQueue.PoisonSuffix);
        await poison.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        await poison.SendMessageAsync("given up", TestContext.Current.CancellationToken);
        await engine.Function<WatchQueues>().Run(null!, TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                $"Messages of the queue {mentions} were given up: 1 wait to be looked at and replayed",
                $"The oldest of 1 messages in the queue {deliveries} has waited for 20 minutes",
                "The queues hold 2 messages",
            ],
            log.Lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_first_key_that_the_vault_did_not_give_is_no_key()
    {
        await using var engine = await TestEngine.StartAsync(azurite, settings: new Dictionary<string, string?>
        {
            ["Access:FirstKey"] = "@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/first-key)",
        });

        Assert.Contains("was not resolved", Assert.Throws<OptionsValidationException>(() => engine.Get<IOptions<AccessOptions>>().Value).Message, StringComparison.Ordinal);
    }
}
