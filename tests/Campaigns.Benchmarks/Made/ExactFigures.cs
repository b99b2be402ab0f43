using System.Globalization;
using System.Text.Json;

namespace Campaigns.Benchmarks.Made;

/// <summary>What a campaign's results must say, counted the slow and plain way: nothing of the engine is used.</summary>
/// <param name="values">Each figure by its name.</param>
internal sealed class ExactFigures(SortedDictionary<string, long?> values)
{
    /// <summary>Counts lines; the order in which they are handed in does not matter.</summary>
    public static ExactFigures Of(MadeMentions made)
    {
        var mentions = Merged(made);
        var values = new SortedDictionary<string, long?>(StringComparer.Ordinal);
        foreach (var name in made.Hashtags.Select(static tag => $"uses of {tag}").Concat(MadeMentions.Kinds))
        {
            values[name] = 0;
        }

        var largest = new Dictionary<int, int>();
        foreach (var mention in mentions)
        {
            values[MadeMentions.Kinds[mention.Kind]]++;
            largest[mention.Author] = Math.Max(largest.GetValueOrDefault(mention.Author), mention.Followers);
            for (var tag = 0; tag < made.Hashtags.Count; tag++)
            {
                values[$"uses of {made.Hashtags[tag]}"] += (mention.Tags >> tag) & 1;
            }
        }

        values["mentions"] = mentions.Count;
        values["uses"] = values.Where(static value => value.Key.StartsWith("uses of ", StringComparison.Ordinal)).Sum(static value => value.Value);
        values["contributors"] = largest.Count;
        values["influencers"] = largest.Values.Count(static followers => followers >= 10_000);
        values["reach"] = largest.Values.Sum(static followers => (long)followers);
        values["impressions"] = mentions.Sum(static mention => (long)mention.Followers);
        values["likes"] = mentions.Sum(static mention => (long)mention.Likes);
        values["shares"] = mentions.Sum(static mention => (long)mention.Shares);
        return new ExactFigures(values);
    }

    /// <summary>Mentions and uses of each hour that has any.</summary>
    public static ExactFigures HoursOf(MadeMentions made)
    {
        var values = new SortedDictionary<string, long?>(StringComparer.Ordinal);
        foreach (var hour in Merged(made).GroupBy(static mention => mention.Second / 3600))
        {
            Hour(values, MadeMentions.Start.AddHours(hour.Key), hour.Count(), hour.Sum(static mention => (long)byte.PopCount(mention.Tags)));
        }

        return new ExactFigures(values);
    }

    /// <summary>Reads them from an answer of <c>GET /results</c>.</summary>
    public static ExactFigures Of(JsonElement results)
    {
        var (uses, engagements) = (results.GetProperty("uses"), results.GetProperty("engagements"));
        var values = new SortedDictionary<string, long?>(StringComparer.Ordinal)
        {
            ["mentions"] = Number(results, "mentions"),
            ["uses"] = Number(uses, "total"),
            ["contributors"] = Number(results, "contributors"),
            ["influencers"] = Number(results, "influencers"),
            ["reach"] = Number(results, "potentialReach"),
            ["impressions"] = Number(results, "potentialImpressions"),
            ["likes"] = Number(engagements, "likes"),
            ["shares"] = Number(engagements, "shares"),
        };
        foreach (var tag in uses.GetProperty("byHashtag").EnumerateObject())
        {
            values[$"uses of {tag.Name}"] = Number(tag.Value);
        }

        foreach (var kind in results.GetProperty("byKind").EnumerateObject())
        {
            values[kind.Name] = Number(kind.Value);
        }

        return new ExactFigures(values);
    }

    /// <summary>Reads them from an answer of <c>GET /results/timeline?grain=hour</c>.</summary>
    public static ExactFigures HoursOf(JsonElement timeline)
    {
        var values = new SortedDictionary<string, long?>(StringComparer.Ordinal);
        foreach (var row in timeline.GetProperty("rows").EnumerateArray().Where(static row => Number(row, "mentions") is > 0))
        {
            Hour(values, row.GetProperty("from").GetDateTimeOffset(), Number(row, "mentions"), Number(row.GetProperty("uses"), "total"));
        }

        return new ExactFigures(values);
    }

    /// <summary>The figures in which another differs, each with both values; empty where all are the same.</summary>
    public IReadOnlyList<string> Differences(ExactFigures found) =>
        [.. values.Keys.Union(found.Names).Where(name => ValueOf(name) != found.ValueOf(name)).Select(name => $"{name}: {Said(found.ValueOf(name))} instead of {Said(ValueOf(name))}")];

    private IEnumerable<string> Names => values.Keys;

    private long? ValueOf(string name) => values.GetValueOrDefault(name);

    private static string Said(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "nothing";

    private static void Hour(SortedDictionary<string, long?> values, DateTimeOffset from, long? mentions, long? uses)
    {
        var hour = from.ToUniversalTime().ToString("yyyy-MM-dd HH", CultureInfo.InvariantCulture);
        (values[$"mentions of {hour}"], values[$"uses of {hour}"]) = (mentions, uses);
    }

    private static Dictionary<int, MadeMention>.ValueCollection Merged(MadeMentions made)
    {
        var mentions = new Dictionary<int, MadeMention>();
        foreach (var line in made.Lines)
        {
            // A repeated line differs in engagement alone.
            mentions[line.Id] = mentions.TryGetValue(line.Id, out var known)
                ? known with { Likes = Math.Max(known.Likes, line.Likes), Shares = Math.Max(known.Shares, line.Shares) }
                : line;
        }

        return mentions.Values;
    }

    private static long? Number(JsonElement holder, string name) => Number(holder.GetProperty(name));

    private static long? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;
}
