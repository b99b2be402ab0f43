using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
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

    public static string Partition(string campaign, string generation) => $"{campaign}.{generation}";

    public static string DigestOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan(0, 16));

    public static TableEntity ToRow(string partition, string row, string digest, string json) =>
        LongText.Put(new TableEntity(partition, row) { [Digest] = digest }, json);
}
