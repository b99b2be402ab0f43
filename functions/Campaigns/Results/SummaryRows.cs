using System.Text;
using Azure.Data.Tables;

namespace Campaigns.Results;

/// <summary>Keys and entities of the <c>Summaries</c> table.</summary>
internal static class SummaryRows
{
    public const string Summary = "summary";
    public const string DayPrefix = "day|";

    /// <summary>A text property holds 32 Ki characters; a longer document goes on in the next one.</summary>
    private const int PropertySize = 32 * 1024;

    public static string Partition(string campaign, string generation) => $"{campaign}.{generation}";

    public static TableEntity ToRow(string partition, string row, string json)
    {
        var entity = new TableEntity(partition, row);
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
