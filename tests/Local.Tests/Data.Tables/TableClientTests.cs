using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Campaigns.TestSupport;

namespace Campaigns.Local.Tests.Data.Tables;

public class TableClientTests(AzuriteFixture azurite)
{
    private readonly TableClient table = new(azurite.ConnectionString, AzuriteFixture.NewPrefix());

    [Fact]
    public async Task An_entity_comes_back_with_every_type_it_was_stored_with()
    {
        await table.CreateIfNotExistsAsync();
        var bytes = new byte[64 * 1024];
        new Random(1).NextBytes(bytes);
        var stored = new TableEntity("p", "r")
        {
            ["Text"] = "“quoted” \"plain\" \\ £ 💉 \n",
            ["Empty"] = "",
            ["Small"] = 42,
            ["Large"] = long.MaxValue,
            ["Least"] = long.MinValue,
            ["Half"] = 0.5,
            ["WholeDouble"] = 3.0,
            ["Infinite"] = double.PositiveInfinity,
            ["NotANumber"] = double.NaN,
            ["Yes"] = true,
            ["No"] = false,
            ["Bytes"] = bytes,
            ["NoBytes"] = Array.Empty<byte>(),
            ["Data"] = new BinaryData("hello"u8.ToArray()),
            ["Id"] = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"),
            ["Moment"] = new DateTimeOffset(2015, 6, 8, 10, 0, 0, TimeSpan.FromHours(1)),
            ["Instant"] = new DateTime(2015, 6, 8, 10, 0, 0, DateTimeKind.Utc).AddTicks(1234567),
            ["Nothing"] = null!,
        };

        var added = await table.AddEntityAsync(stored);
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(204, added.Status);
        Assert.Equal(added.Headers.ETag, read.ETag);
        Assert.Equal("“quoted” \"plain\" \\ £ 💉 \n", read.GetString("Text"));
        Assert.Equal("", read.GetString("Empty"));
        Assert.Equal(42, read.GetInt32("Small"));
        Assert.Equal(long.MaxValue, read.GetInt64("Large"));
        Assert.Equal(long.MinValue, read.GetInt64("Least"));
        Assert.Equal(0.5, read.GetDouble("Half"));
        Assert.Equal(3.0, read.GetDouble("WholeDouble"));
        Assert.Equal(double.PositiveInfinity, read.GetDouble("Infinite"));
        Assert.Equal(double.NaN, read.GetDouble("NotANumber"));
        Assert.True(read.GetBoolean("Yes"));
        Assert.False(read.GetBoolean("No"));
        Assert.Equal(bytes, read.GetBinary("Bytes"));
        Assert.Empty(read.GetBinary("NoBytes"));
        Assert.Equal("hello", read.GetBinaryData("Data").ToString());
        Assert.Equal(stored.GetGuid("Id"), read.GetGuid("Id"));
        Assert.Equal(stored.GetDateTimeOffset("Moment"), read.GetDateTimeOffset("Moment"));
        Assert.Equal(stored.GetDateTime("Instant"), read.GetDateTime("Instant"));
        Assert.False(read.ContainsKey("Nothing"));
        Assert.NotNull(read.Timestamp);
    }

    [Fact]
    public async Task Making_a_table_that_exists_is_no_error_and_deleting_one_that_does_not_is_none_either()
    {
        var service = new TableServiceClient(azurite.ConnectionString);
        await table.CreateIfNotExistsAsync();

        Assert.Equal(table.Name, (await table.CreateIfNotExistsAsync()).Value.Name);
        Assert.Equal(table.Name, service.CreateTableIfNotExists(table.Name).Value.Name);
        var twice = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateAsync());
        Assert.Equal((409, "TableAlreadyExists"), (twice.Status, twice.ErrorCode));
        Assert.Equal(204, (await table.DeleteAsync()).Status);
        Assert.Equal(404, (await service.DeleteTableAsync(table.Name)).Status);
    }

    [Fact]
    public async Task Reading_what_is_not_there_throws_or_has_no_value()
    {
        await table.CreateIfNotExistsAsync();

        var missing = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "r"));
        Assert.Equal((404, "ResourceNotFound"), (missing.Status, missing.ErrorCode));
        var none = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");
        Assert.False(none.HasValue);
        Assert.Throws<InvalidOperationException>(() => none.Value);
        var noTable = new TableClient(azurite.ConnectionString, AzuriteFixture.NewPrefix());
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => noTable.AddEntityAsync(new TableEntity("p", "r")));
        Assert.Equal((404, TableErrorCode.TableNotFound.ToString()), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task A_write_with_a_stale_ETag_is_refused_and_one_with_the_right_one_moves_it_on()
    {
        await table.CreateIfNotExistsAsync();
        var first = (await table.AddEntityAsync(new TableEntity("p", "r") { ["N"] = 1 })).Headers.ETag!.Value;

        var second = (await table.UpdateEntityAsync(new TableEntity("p", "r") { ["M"] = 2 }, first, TableUpdateMode.Replace)).Headers.ETag!.Value;
        var stale = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), first));
        var missing = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(new TableEntity("p", "no"), ETag.All));
        var again = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));
        var staleDelete = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", first));

        Assert.NotEqual(first, second);
        Assert.Equal((412, "UpdateConditionNotSatisfied"), (stale.Status, stale.ErrorCode));
        Assert.Equal((404, "ResourceNotFound"), (missing.Status, missing.ErrorCode));
        Assert.Equal((409, "EntityAlreadyExists"), (again.Status, again.ErrorCode));
        Assert.Equal(412, staleDelete.Status);
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal((null, 2), (read.GetInt32("N"), read.GetInt32("M")));
        Assert.Equal(204, (await table.DeleteEntityAsync(read, read.ETag)).Status);
        Assert.Equal(404, (await table.DeleteEntityAsync(read)).Status);
        await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(read, default));
    }
}
