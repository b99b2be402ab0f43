using Azure;
using Azure.Data.Tables;
using Campaigns.TestSupport;

namespace Campaigns.Local.Tests.Data.Tables;

public class TransactionTests(AzuriteFixture azurite)
{
    private readonly TableClient table = new(azurite.ConnectionString, AzuriteFixture.NewPrefix());

    [Fact]
    public async Task A_hundred_entities_go_in_at_once_with_an_ETag_each()
    {
        await table.CreateIfNotExistsAsync();
        var entities = Enumerable.Range(0, 100).Select(n => new TableEntity("p", $"{n:000}") { ["N"] = (long)n, ["Bytes"] = new byte[n] }).ToList();

        var reply = await table.SubmitTransactionAsync(entities.Select(entity => new TableTransactionAction(TableTransactionActionType.Add, entity)));

        Assert.Equal(202, reply.GetRawResponse().Status);
        Assert.Equal(100, reply.Value.Count);
        var read = await table.QueryAsync<TableEntity>("PartitionKey eq 'p'").ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(entities.Select(entity => entity.RowKey), read.Select(entity => entity.RowKey));
        Assert.Equal(reply.Value.Select(part => part.Headers.ETag!.Value), read.Select(entity => entity.ETag));
        Assert.Equal(99, read[99].GetInt64("N"));
        Assert.Equal(99, read[99].GetBinary("Bytes").Length);
    }

    [Fact]
    public async Task Every_kind_of_action_does_what_its_name_says()
    {
        await table.CreateIfNotExistsAsync();
        foreach (var row in new[] { "merge", "replace", "delete", "upsertmerge", "upsertreplace" })
        {
            await table.AddEntityAsync(new TableEntity("p", row) { ["Old"] = 1 });
        }

        var merged = (await table.GetEntityAsync<TableEntity>("p", "merge")).Value;
        await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, New("add")),
            new(TableTransactionActionType.UpdateMerge, New("merge"), merged.ETag),
            new(TableTransactionActionType.UpdateReplace, New("replace"), ETag.All),
            new(TableTransactionActionType.Delete, New("delete")),
            new(TableTransactionActionType.UpsertMerge, New("upsertmerge")),
            new(TableTransactionActionType.UpsertReplace, New("upsertreplace")),
            new(TableTransactionActionType.UpsertReplace, New("upsertnew")),
        ]);

        var read = await table.QueryAsync<TableEntity>().ToDictionaryAsync(entity => entity.RowKey, entity => (entity.GetInt32("Old"), entity.GetInt32("New")));
        Assert.Equal(
            new Dictionary<string, (int?, int?)>
            {
                ["add"] = (null, 2),
                ["merge"] = (1, 2),
                ["replace"] = (null, 2),
                ["upsertmerge"] = (1, 2),
                ["upsertreplace"] = (null, 2),
                ["upsertnew"] = (null, 2),
            },
            read);

        static TableEntity New(string row) => new("p", row) { ["New"] = 2 };
    }

    [Fact]
    public async Task One_refused_operation_refuses_all_and_is_named_by_its_index()
    {
        await table.CreateIfNotExistsAsync();
        var first = (await table.AddEntityAsync(new TableEntity("p", "there"))).Headers.ETag!.Value;
        await table.UpdateEntityAsync(new TableEntity("p", "there") { ["N"] = 1 }, ETag.All);

        var duplicate = await Refused(new(TableTransactionActionType.Add, new TableEntity("p", "new")), new(TableTransactionActionType.Add, new TableEntity("p", "there")));
        var stale = await Refused(new(TableTransactionActionType.Add, new TableEntity("p", "new")), new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "there"), first));
        var missing = await Refused(new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "no"), ETag.All), new(TableTransactionActionType.Add, new TableEntity("p", "new")));

        Assert.Equal((409, "EntityAlreadyExists", 1), duplicate);
        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), stale);
        Assert.Equal((404, "ResourceNotFound", 0), missing);
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "new")).HasValue);

        async Task<(int, string?, int?)> Refused(params TableTransactionAction[] actions)
        {
            var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(actions));
            return (refusal.Status, refusal.ErrorCode, refusal.FailedTransactionActionIndex);
        }
    }

    [Fact]
    public async Task A_row_named_twice_and_more_than_a_hundred_rows_are_refused()
    {
        await table.CreateIfNotExistsAsync();
        var twice = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(Adds("same", "same")));
        var tooMany = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(Adds([.. Enumerable.Range(0, 101).Select(n => $"{n}")])));

        Assert.Equal((400, "InvalidDuplicateRow", 1), (twice.Status, twice.ErrorCode, twice.FailedTransactionActionIndex));
        Assert.Equal((400, "InvalidInput"), (tooMany.Status, tooMany.ErrorCode));
        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([]));
        Assert.Empty(table.Query<TableEntity>());

        static IEnumerable<TableTransactionAction> Adds(params string[] rows) =>
            rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", row)));
    }

    [Fact]
    public async Task Of_several_refusals_the_first_is_named()
    {
        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(new TableEntity("p", "1"));
        await table.AddEntityAsync(new TableEntity("p", "2"));

        var refused = Assert.Throws<TableTransactionFailedException>(() => table.SubmitTransaction(
            new[] { "0", "1", "2" }.Select(row => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", row)))));

        Assert.Equal(1, refused.FailedTransactionActionIndex);
    }

    /// <summary>Azure refuses this (CommandsInBatchActOnDifferentPartitions); the day the emulator does too, this test says so.</summary>
    [Fact]
    public async Task The_emulator_takes_two_partitions_in_one_transaction_so_callers_must_not_rely_on_it()
    {
        await table.CreateIfNotExistsAsync();

        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r")), new(TableTransactionActionType.Add, new TableEntity("q", "r"))]);

        Assert.Equal(["p", "q"], table.Query<TableEntity>().Select(entity => entity.PartitionKey));
    }
}
