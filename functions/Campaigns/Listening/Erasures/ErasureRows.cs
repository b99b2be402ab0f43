using System.Buffers.Binary;
using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Listening.Erasures;

/// <summary>Receipts, and what is left to do, as entities of the <c>Erasures</c> table.</summary>
internal static class ErasureRows
{
    public const string Receipts = "receipts";

    private const int KeyLength = 16;
    private const int ErasedLength = (2 * KeyLength) + 1;

    /// <summary>The partition of what an erasure has to do: a row for each campaign.</summary>
    public static string Partition(string id) => $"erasure|{id}";

    public static TableEntity ToRow(ErasureReceipt receipt) => new TableEntity(Receipts, receipt.Id)
    {
        ["State"] = receipt.State,
        ["Step"] = receipt.Step,
        ["Campaigns"] = receipt.Campaigns,
        ["LookedThrough"] = receipt.LookedThrough,
        ["RequestedAt"] = receipt.RequestedAt,
        ["UpdatedAt"] = receipt.UpdatedAt,
        ["NotBefore"] = receipt.NotBefore,
    }.With("DoneAt", receipt.DoneAt).With("Warning", receipt.Warning);

    public static ErasureReceipt ToReceipt(TableEntity row) => new(
        row.RowKey,
        row.GetString("State"),
        row.GetInt32("Step")!.Value,
        row.GetInt32("Campaigns")!.Value,
        row.GetInt32("LookedThrough")!.Value,
        row.GetDateTimeOffset("RequestedAt")!.Value,
        row.GetDateTimeOffset("UpdatedAt")!.Value,
        row.GetDateTimeOffset("NotBefore")!.Value,
        row.GetDateTimeOffset("DoneAt"))
    {
        Warning = row.GetString("Warning"),
        ETag = row.ETag,
    };

    public static TableEntity ToRow(string id, ErasurePart part) => new(Partition(id), CampaignPartition.Of(part.Campaign, part.Generation))
    {
        ["Keys"] = BytesOf(part.Keys),
        ["Erased"] = BytesOf(part.Erased),
        ["Done"] = part.Done,
        ["FoundIn"] = part.FoundIn,
        ["Cursor"] = part.Cursor,
    };

    public static ErasurePart ToPart(TableEntity row)
    {
        // A campaign's id has no full stop.
        var (name, stop) = (row.RowKey, row.RowKey.LastIndexOf('.'));
        return new ErasurePart(
            name[..stop],
            name[(stop + 1)..],
            [.. row.GetBinary("Keys").Chunk(KeyLength).Select(key => BinaryPrimitives.ReadUInt128BigEndian(key))],
            [.. row.GetBinary("Erased").Chunk(ErasedLength).Select(ToErased)])
        {
            Done = row.GetInt32("Done")!.Value,
            FoundIn = row.GetInt32("FoundIn")!.Value,
            Cursor = row.GetString("Cursor"),
            ETag = row.ETag,
        };
    }

    private static byte[] BytesOf(IReadOnlyList<UInt128> keys)
    {
        var bytes = new byte[keys.Count * KeyLength];
        foreach (var (number, key) in keys.Index())
        {
            BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(number * KeyLength), key);
        }

        return bytes;
    }

    private static byte[] BytesOf(IReadOnlyList<ErasedAuthor> erased)
    {
        var bytes = new byte[erased.Count * ErasedLength];
        foreach (var (number, author) in erased.Index())
        {
            var at = bytes.AsSpan(number * ErasedLength, ErasedLength);
            BinaryPrimitives.WriteUInt128BigEndian(at, author.Key);
            BinaryPrimitives.WriteUInt128BigEndian(at[KeyLength..], author.Token);
            at[^1] = author.IsOrganisation ? (byte)1 : (byte)0;
        }

        return bytes;
    }

    private static ErasedAuthor ToErased(byte[] bytes) => new(
        BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes.AsSpan(KeyLength)), bytes[^1] != 0);
}
