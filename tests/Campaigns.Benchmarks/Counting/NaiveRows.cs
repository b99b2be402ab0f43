using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Campaigns.Benchmarks.Made;

namespace Campaigns.Benchmarks.Counting;

/// <summary>Messages and rows of the yardstick.</summary>
internal static class NaiveRows
{
    public const string Counters = "counters";

    private static readonly string[] Fields = ["Mentions", "Uses0", "Uses1", "Uses2", "Impressions"];

    public static string Message(MadeMention mention) => JsonSerializer.Serialize(mention);

    public static MadeMention Read(string message) => JsonSerializer.Deserialize<MadeMention>(message);

    /// <summary>One partition for each hour, so that none grows long.</summary>
    public static TableEntity Row(MadeMention mention) => new(
        (mention.Second / 3600).ToString("00", CultureInfo.InvariantCulture), mention.Id.ToString(CultureInfo.InvariantCulture))
    {
        ["Author"] = mention.Author,
        ["Tags"] = (int)mention.Tags,
        ["Followers"] = mention.Followers,
        ["Likes"] = mention.Likes,
        ["Shares"] = mention.Shares,
    };

    public static TableEntity Counter(int number)
    {
        var counter = new TableEntity(Counters, number.ToString("00", CultureInfo.InvariantCulture));
        foreach (var field in Fields)
        {
            counter[field] = 0L;
        }

        return counter;
    }

    public static string CounterOf(MadeMention mention, int counters) => (mention.Id % counters).ToString("00", CultureInfo.InvariantCulture);

    public static void Add(TableEntity counter, MadeMention mention)
    {
        Add(counter, "Mentions", 1);
        Add(counter, "Impressions", mention.Followers);
        for (var tag = 0; tag < 3; tag++)
        {
            Add(counter, Fields[1 + tag], (mention.Tags >> tag) & 1);
        }
    }

    public static void Add(TableEntity counter, TableEntity other)
    {
        foreach (var field in Fields)
        {
            Add(counter, field, other.GetInt64(field)!.Value);
        }
    }

    public static string Said(TableEntity counter) => string.Join(", ", Fields.Select(field => $"{field} {counter[field]}"));

    private static void Add(TableEntity counter, string field, long value) => counter[field] = counter.GetInt64(field) + value;
}
