using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;
using Campaigns.TestSupport;

namespace Campaigns.Local.Tests.Data.Tables;

public class OwnEntityTests(AzuriteFixture azurite)
{
    private readonly TableClient table = new(azurite.ConnectionString, AzuriteFixture.NewPrefix());

    private enum Tone
    {
        Calm,
        Loud,
    }

    [Fact]
    public async Task A_type_of_ones_own_goes_in_and_comes_back()
    {
        await table.CreateIfNotExistsAsync();
        var stored = new Own
        {
            PartitionKey = "p",
            RowKey = "r",
            Text = "hello",
            Number = 1L << 50,
            Perhaps = 7,
            Bytes = [1, 2, 3],
            Moment = new DateTime(2015, 6, 8, 9, 0, 0, DateTimeKind.Utc),
            Tone = Tone.Loud,
            Renamed = 0.25,
            Ignored = "never stored",
        };

        await table.AddEntityAsync(stored);
        var read = (await table.GetEntityAsync<Own>("p", "r")).Value;
        var bag = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(
            ("p", "r", "hello", 1L << 50, 7, Tone.Loud, 0.25, null),
            (read.PartitionKey, read.RowKey, read.Text, read.Number, read.Perhaps, read.Tone, read.Renamed, read.Ignored));
        Assert.Equal(stored.Bytes, read.Bytes);
        Assert.Equal(stored.Moment, read.Moment);
        Assert.NotNull(read.Timestamp);
        Assert.Equal(bag.ETag, read.ETag);
        Assert.Equal(("Loud", 0.25, false), (bag.GetString("Tone"), bag.GetDouble("Other"), bag.ContainsKey("Ignored")));
        await table.UpdateEntityAsync(read, read.ETag);
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Delete, read)]);
    }

    [Fact]
    public void A_bag_answers_for_the_type_that_was_asked_for_and_refuses_another()
    {
        var entity = new TableEntity { ["Large"] = 1L, ["Half"] = 0.5, ["Text"] = "x", ["Bytes"] = new byte[] { 1 } };

        entity["Large"] = 2;
        entity["Half"] = 3;

        Assert.Equal((2L, 3.0), (entity.GetInt64("Large"), entity.GetDouble("Half")));
        Assert.Null(entity.GetInt32("Absent"));
        Assert.Null(entity["Absent"]);
        Assert.Equal([1], entity.GetBinaryData("Bytes").ToArray());
        Assert.Throws<InvalidOperationException>(() => entity.GetInt32("Text"));
        Assert.Equal(default, entity.ETag);
    }

    [Fact]
    public async Task A_value_that_a_table_cannot_store_is_refused_by_name()
    {
        var refused = await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(new TableEntity("p", "r") { ["Price"] = 1.5m }));

        Assert.Contains("Price", refused.Message, StringComparison.Ordinal);
    }

    private sealed class Own : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string? Text { get; set; }

        public long Number { get; set; }

        public int? Perhaps { get; set; }

        public byte[]? Bytes { get; set; }

        public DateTime Moment { get; set; }

        public Tone Tone { get; set; }

        [DataMember(Name = "Other")]
        public double Renamed { get; set; }

        [IgnoreDataMember]
        public string? Ignored { get; set; }
    }
}
