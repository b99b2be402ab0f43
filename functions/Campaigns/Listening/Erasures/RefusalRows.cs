using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Globalization;
using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Listening.Erasures;

/// <summary>Keys and entities of refusal lists in the <c>Erasures</c> table: a partition for each campaign and generation, and one that says who has a list.</summary>
internal static class RefusalRows
{
    /// <summary>The partition with one row for each campaign that has a list: what a process reads to see whether one changed.</summary>
    public const string Marks = "marks";

    public const string Prefix = "refused|";

    private const string Token = "Token";
    private const string Organisation = "Organisation";

    public static string RowKey(UInt128 key) => Prefix + key.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>A key on the list; the token stands beside it only while cells may still hold the key.</summary>
    public static TableEntity ToRow(string partition, ErasedAuthor author, bool isOpen) => new TableEntity(partition, RowKey(author.Key))
        .With(Token, isOpen ? Bytes(author.Token) : null)
        .With(Organisation, isOpen ? author.IsOrganisation : null);

    /// <summary>What a row says; the token is 0 where the erasure is done.</summary>
    public static ErasedAuthor FromRow(TableEntity row) => new(
        UInt128.Parse(row.RowKey.AsSpan(Prefix.Length), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        row.GetBinary(Token) is { } token ? BinaryPrimitives.ReadUInt128BigEndian(token) : default,
        row.GetBoolean(Organisation) ?? false);

    public static RefusalList ToList(string version, IReadOnlyCollection<ErasedAuthor> authors) => new(
        version, authors.Select(author => author.Key).ToFrozenSet(), authors.Where(author => author.Token != 0).ToFrozenDictionary(author => author.Key));

    private static byte[] Bytes(UInt128 key)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, key);
        return bytes;
    }
}
