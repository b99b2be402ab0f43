using Azure;
using Azure.Data.Tables;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Storage;

/// <summary>Keys may hold anything but <c>/ \ # ?</c> and control characters; whatever they hold, every operation finds its entity.</summary>
public class KeyTests(AzuriteFixture azurite)
{
    private readonly TableClient table = new(azurite.ConnectionString, AzuriteFixture.NewPrefix());

    [Theory]
    [InlineData("it's")]
    [InlineData("''")]
    [InlineData("100%")]
    [InlineData("%41")]
    [InlineData("a b+c")]
    [InlineData("a&b=c;d,e")]
    [InlineData("(x)[y]{z}|^`~!@$*\"<>")]
    [InlineData("Ärzte—日本語 💉")]
    [InlineData("did:plc:abc.def_1-2")]
    [InlineData("")]
    public async Task Any_key_is_written_read_updated_and_deleted(string key)
    {
        await table.CreateIfNotExistsAsync();

        await table.AddEntityAsync(new TableEntity(key, key) { ["N"] = 1 });
        var read = (await table.GetEntityAsync<TableEntity>(key, key)).Value;
        Assert.Equal((key, key), (read.PartitionKey, read.RowKey));
        await table.UpdateEntityAsync(new TableEntity(key, key) { ["N"] = 2 }, read.ETag, TableUpdateMode.Replace);
        await table.UpsertEntityAsync(new TableEntity(key, key) { ["M"] = 3 });
        await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.UpdateMerge, new TableEntity(key, key) { ["L"] = 4 }, ETag.All),
            new(TableTransactionActionType.Add, new TableEntity(key, key + "2")),
        ]);
        var found = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}")).SingleAsync();
        Assert.Equal((2, 3, 4), (found.GetInt32("N"), found.GetInt32("M"), found.GetInt32("L")));
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Delete, found, found.ETag)]);
        Assert.Equal(204, (await table.DeleteEntityAsync(key, key + "2")).Status);
        Assert.Empty(table.Query<TableEntity>());
    }
}
