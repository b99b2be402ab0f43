using Azure;
using Azure.Data.Tables;
using Campaigns.TestSupport;

namespace Campaigns.Local.Tests.Data.Tables;

public class QueryTests(AzuriteFixture azurite)
{
    private readonly TableClient table = new(azurite.ConnectionString, AzuriteFixture.NewPrefix());

    [Fact]
    public async Task More_than_a_page_of_entities_comes_in_pages_that_can_be_taken_up_where_they_ended()
    {
        await AddAsync(2345);

        var pages = await table.QueryAsync<TableEntity>("PartitionKey eq 'p'").AsPages().ToListAsync();
        var resumed = await table.QueryAsync<TableEntity>("PartitionKey eq 'p'").AsPages(pages[0].ContinuationToken).ToListAsync();
        var sync = table.Query<TableEntity>("PartitionKey eq 'p'").Select(entity => entity.RowKey).ToList();

        Assert.Equal([1000, 1000, 345], pages.Select(page => page.Values.Count));
        Assert.Null(pages[2].ContinuationToken);
        Assert.Equal(200, pages[0].GetRawResponse().Status);
        var rows = pages.SelectMany(page => page.Values).Select(entity => entity.RowKey).ToList();
        Assert.Equal(Enumerable.Range(0, 2345).Select(n => $"{n:00000}"), rows);
        Assert.Equal(rows.Skip(1000), resumed.SelectMany(page => page.Values).Select(entity => entity.RowKey));
        Assert.Equal(rows, sync);
    }

    [Fact]
    public async Task A_page_holds_as_many_as_were_asked_for()
    {
        await AddAsync(25);

        var asked = await table.QueryAsync<TableEntity>(maxPerPage: 10).AsPages().ToListAsync();
        var hinted = table.Query<TableEntity>(maxPerPage: 10).AsPages(pageSizeHint: 20).ToList();

        Assert.Equal([10, 10, 5], asked.Select(page => page.Values.Count));
        Assert.Equal([20, 5], hinted.Select(page => page.Values.Count));
    }

    [Fact]
    public async Task Only_the_selected_properties_come_back()
    {
        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Kept"] = 5L, ["Left"] = new byte[10] });

        var queried = await table.QueryAsync<TableEntity>(select: ["RowKey", "Kept"]).SingleAsync();
        var read = (await table.GetEntityAsync<TableEntity>("p", "r", ["Kept"])).Value;
        var none = table.GetEntityIfExists<TableEntity>("p", "r", ["Kept"]);

        Assert.Equal(("r", 5L, false), (queried.RowKey, queried.GetInt64("Kept"), queried.ContainsKey("Left")));
        Assert.Equal((null, 5L, false), (read.RowKey, read.GetInt64("Kept"), read.ContainsKey("Left")));
        Assert.NotEqual(default, read.ETag);
        Assert.True(none.HasValue);
    }

    [Fact]
    public async Task A_filter_made_from_values_finds_them_whatever_they_hold()
    {
        await table.CreateIfNotExistsAsync();
        var moment = new DateTimeOffset(2015, 6, 8, 10, 0, 0, TimeSpan.FromHours(1)).AddTicks(1234567);
        var id = Guid.NewGuid();
        await table.AddEntityAsync(new TableEntity("O'Neill & Ärzte 100%", "r")
        {
            ["Text"] = "it's \"all\" 💉 + 1; eq 'x' or true",
            ["Large"] = 1L << 40,
            ["Half"] = 0.5,
            ["Moment"] = moment,
            ["Id"] = id,
            ["Yes"] = true,
            ["Small"] = -3,
        });
        await table.AddEntityAsync(new TableEntity("other", "r"));

        await Finds($"PartitionKey eq {"O'Neill & Ärzte 100%"}");
        await Finds($"Text eq {"it's \"all\" 💉 + 1; eq 'x' or true"}");
        await Finds($"Large eq {1L << 40} and Half eq {0.5}");
        await Finds($"Moment eq {moment}");
        await Finds($"Moment le {moment.UtcDateTime}");
        await Finds($"Id eq {id} and Yes eq {true}");
        await Finds($"Small lt {0}");
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"Text eq {new object()}"));
        Assert.Equal("A eq 'x''y' and B eq X'01FF'", TableClient.CreateQueryFilter($"A eq {"x'y"} and B eq {new byte[] { 1, 255 }}"));

        async Task Finds(FormattableString filter) =>
            Assert.Equal("O'Neill & Ärzte 100%", (await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter)).SingleAsync()).PartitionKey);
    }

    [Fact]
    public async Task A_filter_that_is_no_filter_is_refused()
    {
        await table.CreateIfNotExistsAsync();

        var refused = await Assert.ThrowsAsync<RequestFailedException>(async () => await table.QueryAsync<TableEntity>("PartitionKey eq").ToListAsync());

        Assert.Equal(400, refused.Status);
    }

    [Fact]
    public async Task Tables_are_listed_by_name_in_pages()
    {
        var service = new TableServiceClient(azurite.ConnectionString);
        var prefix = AzuriteFixture.NewPrefix();
        var names = Enumerable.Range(0, 5).Select(n => $"{prefix}{n}").ToList();
        foreach (var name in names)
        {
            await service.CreateTableIfNotExistsAsync(name);
        }

        var filter = TableServiceClient.CreateQueryFilter($"TableName ge {prefix} and TableName lt {prefix + "z"}");
        var pages = await service.QueryAsync(filter, maxPerPage: 2).AsPages().ToListAsync();

        Assert.Equal(names, pages.SelectMany(page => page.Values).Select(found => found.Name));
        Assert.Equal(3, pages.Count);
        Assert.Equal(names, service.Query(filter).Select(found => found.Name));
    }

    private async Task AddAsync(int count)
    {
        await table.CreateIfNotExistsAsync();
        foreach (var rows in Enumerable.Range(0, count).Chunk(100))
        {
            await table.SubmitTransactionAsync(rows.Select(n =>
                new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{n:00000}") { ["N"] = n })));
        }
    }
}
