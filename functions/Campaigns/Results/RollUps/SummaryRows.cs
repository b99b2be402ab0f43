using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Campaigns.Listening.Supporters;
using Campaigns.Storage;

namespace Campaigns.Results.RollUps;

/// <summary>Keys and entities of the <c>Summaries</c> table.</summary>
internal static class SummaryRows
{
    public const string Summary = "summary";
    public const string DayPrefix = "day|";
    public const string HoursPrefix = "hours|";
    public const string SupportersPrefix = "supporters|";

    /// <summary>What the properties' names of a row of bytes begin with.</summary>
    public const string Bytes = "B";

    /// <summary>What a row's document depends on or is, in a short text: a summary's plan, another row's digest.</summary>
    public const string Digest = "Digest";

    /// <summary>What the hours of each day came to, on a summary; an earlier version left none.</summary>
    public const string Hours = "Hours";

    /// <summary>Set on the rows of a campaign whose figures are the last ones.</summary>
    public const string Final = "Final";

    public static string DigestOf(string json) => DigestOf(Encoding.UTF8.GetBytes(json));

    public static string DigestOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));

    /// <summary>What rows come to in a short text: who reads other rows works out another one.</summary>
    /// <param name="rows">The rows' keys and digests, in the order of the keys.</param>
    public static string StampOf(IEnumerable<(string Key, string? Digest)> rows) => DigestOf(string.Join('\n', rows.Select(row => $"{row.Key} {row.Digest}")));

    public static TableEntity ToRow(string partition, RollUpRow row) => row.Fill(new TableEntity(partition, row.Key) { [Digest] = row.Digest });

    public static TableEntity ToRow(string partition, string row, string digest, string json) => ToRow(partition, RollUpRow.Of(row, digest, () => json));

    /// <summary>A row as it stands for good.</summary>
    public static TableEntity Sealed(TableEntity row)
    {
        if (row.RowKey.StartsWith(HoursPrefix, StringComparison.Ordinal))
        {
            var parts = ToRow(row.PartitionKey, RollUpRow.Of(row.RowKey, row.GetString(Digest), () => LongBytes.Read(row, Bytes)));
            parts[Final] = true;
            return parts;
        }

        var json = LongText.Read(row);
        if (row.RowKey.StartsWith(SupportersPrefix, StringComparison.Ordinal))
        {
            json = JsonSerializer.Serialize(JsonSerializer.Deserialize<SupporterTotals[]>(json)!.Where(one => one.Kind == SupporterKind.Organisation));
        }

        var written = ToRow(row.PartitionKey, row.RowKey, row.GetString(Digest), json);
        written[Final] = true;
        if (row.GetBinary(Hours) is { } hours)
        {
            written[Hours] = hours;
        }

        return written;
    }
}
