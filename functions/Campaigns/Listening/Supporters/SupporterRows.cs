using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Listening.Supporters;

/// <summary>Keys and entities of the <c>Supporters</c> table: a partition for each campaign and generation, and one that says who has a list.</summary>
internal static class SupporterRows
{
    public const string Head = "head";
    public const string LinkPrefix = "link|";
    public const string ListPrefix = "list|";

    /// <summary>The partition with one row for each campaign that has a list: what a collector reads to see whether one changed.</summary>
    public const string Marks = "marks";

    /// <summary>So many lines make less than a row's greatest size, even where every field is as long as it may be.</summary>
    private const int LinesInRow = 150;

    public static string RowsOf(string version) => $"{ListPrefix}{version}|";

    public static IReadOnlyList<TableEntity> ToRows(string partition, string version, IReadOnlyList<SupporterEntry> entries) =>
        [.. entries.Chunk(LinesInRow).Select((chunk, number) => LongText.Put(
            new TableEntity(partition, string.Create(CultureInfo.InvariantCulture, $"{RowsOf(version)}{number:0000}")),
            JsonSerializer.Serialize(chunk, CampaignAnswer.AsWritten)))];

    public static IEnumerable<SupporterEntry> FromRow(TableEntity row) => JsonSerializer.Deserialize<SupporterEntry[]>(LongText.Read(row))!;

    public static TableEntity ToHead(string partition, SupporterHead head) => new(partition, Head)
    {
        ["Version"] = head.Version,
        ["Rows"] = head.Rows,
        ["UpdatedAt"] = head.UpdatedAt,
        ["Links"] = head.Links,
    };

    public static SupporterHead FromHead(TableEntity row) => new(
        row.GetString("Version"), row.GetInt32("Rows")!.Value, row.GetDateTimeOffset("UpdatedAt")!.Value, row.GetInt64("Links")!.Value, row.ETag);

    /// <summary>That an account id belongs to a listed handle: both as keys, so that the row says nothing by itself.</summary>
    public static TableEntity ToLink(string partition, UInt128 handle, UInt128 author)
    {
        var key = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(key, author);
        return new TableEntity(partition, LinkPrefix + handle.ToString("x32", CultureInfo.InvariantCulture)) { ["Author"] = key };
    }

    public static (UInt128 Handle, UInt128 Author) FromLink(TableEntity row) => (
        UInt128.Parse(row.RowKey.AsSpan(LinkPrefix.Length), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        BinaryPrimitives.ReadUInt128BigEndian(row.GetBinary("Author")));
}
