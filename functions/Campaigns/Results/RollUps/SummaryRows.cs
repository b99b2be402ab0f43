using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace Campaigns.Results.RollUps;

/// <summary>Keys and entities of the <c>Summaries</c> table.</summary>
internal static class SummaryRows
{
    public const string Summary = "summary";
    public const string DayPrefix = "day|";
    public const string SupportersPrefix = "supporters|";

    /// <summary>What a row's document depends on or is, in a short text: a summary's plan, another row's digest.</summary>
    public const string Digest = "Digest";

    /// <summary>A text property holds 32 Ki characters; a longer document goes on in the next one.</summary>
    private const int PropertySize = 32 * 1024;

    public static string Partition(string campaign, string generation) => $"{campaign}.{generation}";

    public static string DigestOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan(0, 16));

    public static TableEntity ToRow(string partition, string row, string digest, string json)
    {
        var entity = new TableEntity(partition, row) { [Digest] = digest };
        for (var number = 0; number * PropertySize < json.Length; number++)
        {
            entity[Property(number)] = json.Substring(number * PropertySize, Math.Min(PropertySize, json.Length - (number * PropertySize)));
        }

        return entity;
    }

    public static string Json(TableEntity row)
    {
        var json = new StringBuilder();
        for (var number = 0; row.GetString(Property(number)) is { } part; number++)
        {
            json.Append(part);
        }

        return json.ToString();
    }

    private static string Property(int number) => $"J{number:00}";
}
