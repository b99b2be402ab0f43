using System.Text.Json;

namespace Campaigns.Benchmarks.Made;

/// <summary>What a campaign's results must say, counted the slow and plain way: nothing of the engine is used.</summary>
/// <param name="Text">Each figure with its value, in one line.</param>
internal sealed record ExactFigures(string Text)
{
    /// <summary>Counts lines; the order in which they are handed in does not matter.</summary>
    public static ExactFigures Of(MadeMentions made)
    {
        var mentions = new Dictionary<int, MadeMention>();
        foreach (var line in made.Lines)
        {
            // A repeated line differs in engagement alone.
            mentions[line.Id] = mentions.TryGetValue(line.Id, out var known)
                ? known with { Likes = Math.Max(known.Likes, line.Likes), Shares = Math.Max(known.Shares, line.Shares) }
                : line;
        }

        var uses = new long[made.Hashtags.Count];
        var kinds = new long[MadeMentions.Kinds.Count];
        var largest = new Dictionary<int, int>();
        foreach (var mention in mentions.Values)
        {
            kinds[mention.Kind]++;
            largest[mention.Author] = Math.Max(largest.GetValueOrDefault(mention.Author), mention.Followers);
            for (var tag = 0; tag < uses.Length; tag++)
            {
                uses[tag] += (mention.Tags >> tag) & 1;
            }
        }

        return new ExactFigures(Said(
            mentions.Count, uses.Sum(), made.Hashtags.Zip(uses).Select(static use => (use.First, use.Second)), MadeMentions.Kinds.Zip(kinds).Select(static kind => (kind.First, kind.Second)),
            largest.Count, largest.Values.Count(static followers => followers >= 10_000), largest.Values.Sum(static followers => (long)followers),
            mentions.Values.Sum(static mention => (long)mention.Followers), mentions.Values.Sum(static mention => (long)mention.Likes), mentions.Values.Sum(static mention => (long)mention.Shares)));
    }

    /// <summary>Reads them from an answer of <c>GET /results</c>.</summary>
    public static ExactFigures Of(JsonElement results)
    {
        var uses = results.GetProperty("uses");
        var engagements = results.GetProperty("engagements");
        return new ExactFigures(Said(
            Number(results, "mentions"), Number(uses, "total"), Each(uses.GetProperty("byHashtag")), Each(results.GetProperty("byKind")),
            Number(results, "contributors"), Number(results, "influencers"), Number(results, "potentialReach"), Number(results, "potentialImpressions"),
            Number(engagements, "likes"), Number(engagements, "shares")));
    }

    private static string Said(
        long? mentions, long? uses, IEnumerable<(string, long)> byHashtag, IEnumerable<(string, long)> byKind,
        long? contributors, long? influencers, long? reach, long? impressions, long? likes, long? shares) =>
        $"mentions {mentions}, uses {uses} ({Listed(byHashtag)}), kinds {Listed(byKind)}, contributors {contributors}, influencers {influencers}, "
        + $"reach {reach}, impressions {impressions}, likes {likes}, shares {shares}";

    private static string Listed(IEnumerable<(string Name, long Count)> counts) =>
        string.Join(", ", counts.OrderBy(static count => count.Name, StringComparer.Ordinal).Select(static count => $"{count.Name} {count.Count}"));

    private static IEnumerable<(string, long)> Each(JsonElement counts) => counts.EnumerateObject().Select(static count => (count.Name, count.Value.GetInt64()));

    private static long? Number(JsonElement holder, string name) => holder.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;
}
