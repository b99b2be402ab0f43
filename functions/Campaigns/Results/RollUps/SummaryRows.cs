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
    public const string SupportersPrefix = "supporters|";

    /// <summary>What a row's document depends on or is, in a short text: a summary's plan, another row's digest.</summary>
    public const string Digest = "Digest";

    /// <summary>Set on the rows of a campaign whose figures are the last ones.</summary>
    public const string Final = "Final";

    public static string DigestOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan(0, 16));

    public static TableEntity ToRow(string partition, string row, string digest, string json) =>
        LongText.Put(new TableEntity(partition, row) { [Digest] = digest }, json);

    /// <summary>A row as it stands for good.</summary>
    public static TableEntity Sealed(TableEntity row)
    {
        var json = LongText.Read(row);
        if (row.RowKey.StartsWith(SupportersPrefix, StringComparison.Ordinal))
        {
            json = JsonSerializer.Serialize(JsonSerializer.Deserialize<SupporterTotals[]>(json)!.Where(one => one.Kind == SupporterKind.Organisation));
        }

        var written = ToRow(row.PartitionKey, row.RowKey, row.GetString(Digest), json);
        written[Final] = true;
        return written;
    }
}
