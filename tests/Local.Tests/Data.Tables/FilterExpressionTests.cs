using System.Linq.Expressions;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Campaigns.TestSupport;

namespace Campaigns.Local.Tests.Data.Tables;

public class FilterExpressionTests(AzuriteFixture azurite)
{
    [Fact]
    public void A_predicate_says_what_a_filter_says()
    {
        var name = "O'Neill";
        var moment = new DateTimeOffset(2015, 6, 8, 9, 0, 0, TimeSpan.Zero);

        Says("PartitionKey eq 'O''Neill'", entity => entity.PartitionKey == name);
        Says("(PartitionKey ge 'a') and (PartitionKey lt 'b')", entity => entity.PartitionKey.CompareTo("a") >= 0 && string.Compare(entity.PartitionKey, "b", StringComparison.Ordinal) < 0);
        Says("(N eq 5L) or (not (Yes eq true))", entity => entity.GetInt64("N") == 5 || !entity.GetBoolean("Yes")!.Value);
        Says("Half gt 0.5", entity => 0.5 < entity.GetDouble("Half"));
        Says("Timestamp le datetime'2015-06-08T09:00:00Z'", entity => entity.Timestamp <= moment);
        Says("Text ne 'x'", entity => (string)entity["Text"] != "x");
        Assert.Equal("TableName eq 'posts'", TableServiceClient.CreateQueryFilter(table => table.Name == "posts"));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<TableEntity>(entity => entity.PartitionKey == entity.RowKey));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<TableEntity>(entity => entity.PartitionKey.Length > 3));

        static void Says(string filter, Expression<Func<TableEntity, bool>> predicate) => Assert.Equal(filter, TableClient.CreateQueryFilter(predicate));
    }

    [Fact]
    public async Task A_predicate_finds_what_it_describes()
    {
        var service = new TableServiceClient(azurite.ConnectionString);
        var table = service.GetTableClient(AzuriteFixture.NewPrefix());
        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(new TableEntity("p", "1") { ["N"] = 1L });
        await table.AddEntityAsync(new TableEntity("p", "2") { ["N"] = 2L });

        Assert.Equal("2", (await table.QueryAsync<TableEntity>(entity => entity.PartitionKey == "p" && entity.GetInt64("N") > 1).SingleAsync()).RowKey);
        Assert.Equal("1", table.Query<TableEntity>(entity => entity.RowKey == "1", select: ["RowKey"]).Single().RowKey);
        Assert.Equal(table.Name, (await service.QueryAsync(found => found.Name == table.Name).SingleAsync()).Name);
        Assert.Equal([table.Name], service.Query((TableItem found) => found.Name == table.Name).Select(found => found.Name));
    }
}
