using System.Globalization;
using Azure.Data.Tables;
using Campaigns.Listening.Retention;
using Campaigns.Operations.Backups;
using Campaigns.Storage;
using Campaigns.Tests.Operations.Backups;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Campaigns.Webhooks;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Tests.Webhooks;

public sealed class SeenCallsTests(AzuriteFixture azurite)
{
    private readonly TestClock clock = TestClock.At("2015-06-09T01:10:00Z");

    [Fact]
    public async Task What_was_seen_is_forgotten_after_its_hours()
    {
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        for (var hour = 0; hour < 5; hour++)
        {
            await SeeAsync(engine, $"msg_{hour}");
            await engine.Function<EndRetention>().Run(new TimerInfo(), default);
            clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(2, await SeenAsync(engine));
        clock.Advance(TimeSpan.FromHours(-1));
        Assert.NotNull(await engine.Get<SeenCalls>().FindAsync(Message("msg_3"), default));
        Assert.Null(await engine.Get<SeenCalls>().FindAsync(Message("msg_2"), default));
    }

    [Fact]
    public async Task However_much_was_seen_in_hours_past_a_timer_forgets_all_of_it_and_no_sender_waits_for_that()
    {
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        foreach (var chunk in Enumerable.Range(0, 2300).Chunk(100))
        {
            await engine.Get<StorageRim>().Table(TableNames.Webhooks).SubmitTransactionAsync(chunk.Select(static number => new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity("seen.2015060822.partner.g", number.ToString("x32", CultureInfo.InvariantCulture)))));
        }

        await SeeAsync(engine, "msg_1");
        Assert.Equal(2301, await SeenAsync(engine));
        await engine.Function<EndRetention>().Run(new TimerInfo(), default);
        Assert.Equal(1, await SeenAsync(engine));
    }

    [Fact]
    public async Task A_backup_leaves_out_what_was_seen_and_copies_the_webhooks()
    {
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        await engine.Get<WebhookTable>().PutAsync(Partner with { Secret = new byte[61] }, default);
        await SeeAsync(engine, "msg_1");
        await BackupSteps.BackUpAsync(engine);
        var backup = Assert.Single(await engine.Get<BackupCatalogue>().ListAsync(default));
        Assert.Equal(1, backup.Tables.Single(static table => table.Name == TableNames.Webhooks).Rows);
    }

    private static Webhook Partner => new(WebhookKind.Incoming, "partner", "g", []) { Secret = [] };

    private static SignedCall Message(string id) => new(Partner, id, "{}"u8.ToArray());

    private static Task SeeAsync(TestEngine engine, string id) => engine.Get<SeenCalls>().KeepAsync(Message(id), "{}", default);

    private static async Task<int> SeenAsync(TestEngine engine) =>
        await engine.Get<StorageRim>().Table(TableNames.Webhooks).QueryAsync<TableEntity>().CountAsync(static row => row.PartitionKey.StartsWith("seen.", StringComparison.Ordinal));
}
