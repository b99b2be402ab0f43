using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Results.RollUps;

/// <summary>A row of a roll-up beside its summary.</summary>
/// <param name="Key">Its row key.</param>
/// <param name="Digest">The digest of what it holds: a row of the same digest need not be written.</param>
/// <param name="Fill">Puts what it holds into an entity.</param>
public sealed record RollUpRow(string Key, string Digest, Func<TableEntity, TableEntity> Fill)
{
    /// <summary>A row whose document is at hand.</summary>
    /// <param name="key">Its row key.</param>
    /// <param name="json">The document.</param>
    public static RollUpRow Of(string key, string json) => Of(key, SummaryRows.DigestOf(json), () => json);

    /// <summary>A row whose document can be made again.</summary>
    internal static RollUpRow Of(string key, string digest, Func<string> json) => new(key, digest, row => LongText.Put(row, json()));

    /// <summary>A row whose bytes are at hand.</summary>
    internal static RollUpRow Of(string key, byte[] bytes) => Of(key, SummaryRows.DigestOf(bytes), () => bytes);

    /// <summary>A row whose bytes can be made again.</summary>
    internal static RollUpRow Of(string key, string digest, Func<byte[]> bytes) => new(key, digest, row =>
    {
        LongBytes.Put(row, SummaryRows.Bytes, bytes());
        return row;
    });
}
