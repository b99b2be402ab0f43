using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Campaigns.Benchmarks.Feed;

/// <summary>What answers come to, and that nothing in one contradicts the rest of it.</summary>
internal static partial class ReadAnswers
{
    public static (long Sum, string? Moment) OfResults(byte[] body) => OfResults(body, static results => results.GetProperty("mentions"));

    public static (long Sum, string? Moment) UsesOfResults(byte[] body) => OfResults(body, static results => results.GetProperty("uses").GetProperty("total"));

    /// <summary>What the story tells, which is what its days add up to.</summary>
    public static (long Sum, string? Moment) OfReport(byte[] body)
    {
        var page = Encoding.UTF8.GetString(body);
        var told = MentionsTold().Match(page) is { Success: true } found ? Number(found) : 0;
        var days = DayRow().Matches(page).Sum(Number);
        return told == days ? (told, null) : throw new BenchmarkException($"{told} mentions in the story, and {days} over all days, in one report.");

        static long Number(Match match) => long.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    /// <summary>The sum of a column of the feed over rows of which none came twice, and when any of them changed last.</summary>
    public static Func<byte[], (long Sum, string? Moment)> OfFeed(string column) => body =>
    {
        using var json = JsonDocument.Parse(body);
        var rows = json.RootElement.GetProperty("value").EnumerateArray().ToList();
        return json.RootElement.TryGetProperty("@odata.nextLink", out _) ? throw new BenchmarkException($"The rows of {column} take more than a page.")
            : rows.DistinctBy(row => row.GetProperty("rowKey").GetString()).Count() != rows.Count ? throw new BenchmarkException("A row came twice.")
            : (rows.Sum(row => row.GetProperty(column) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : 0),
                rows.Max(row => (DateTimeOffset?)row.GetProperty("changedAt").GetDateTimeOffset())?.ToString("O", CultureInfo.InvariantCulture));
    };

    private static (long Sum, string? Moment) OfResults(byte[] body, Func<JsonElement, JsonElement> figure)
    {
        using var json = JsonDocument.Parse(body);
        return figure(json.RootElement) is { ValueKind: JsonValueKind.Number } number ? (number.GetInt64(), json.RootElement.GetProperty("asOf").GetString()) : (0, null);
    }

    [GeneratedRegex("in <a[^>]*>([0-9,]+) mentions?</a>")]
    private static partial Regex MentionsTold();

    /// <summary>A row of the table of days: mentions and uses, and no more.</summary>
    [GeneratedRegex("</th><td class=\"number\">([0-9,]+)</td><td class=\"number\">([0-9,]+)</td></tr>")]
    private static partial Regex DayRow();
}
