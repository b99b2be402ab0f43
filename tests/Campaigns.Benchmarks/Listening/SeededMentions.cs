using System.Globalization;
using System.Text;

namespace Campaigns.Benchmarks.Listening;

/// <summary>Mentions of a campaign, the same for the same seed, in the order of time: three hashtags, an author in two mentions' time on average, 17 days.</summary>
internal sealed class SeededMentions(string campaign, int count, int seed)
{
    private const int Days = 17;

    private static readonly DateTimeOffset Start = new(2015, 6, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Tags = ["#MissingType", "#NationalBloodWeek", "#MissingType #GiveBlood"];

    /// <summary>The campaign's document; its hashtags are its own, so that no mention counts twice.</summary>
    public string Campaign => $$"""
        { "name": "Benchmark", "start": "2015-06-05", "end": "2015-06-21", "timeZone": "Etc/UTC",
          "hashtags": [{{string.Join(", ", new[] { "MissingType", "NationalBloodWeek", "GiveBlood" }.Select(tag => $"\"#{tag}{campaign}\""))}}],
          "plan": { "tell": "Give blood", "hear": "What keeps people away", "act": "Open more sessions" } }
        """;

    /// <summary>Bodies of NDJSON.</summary>
    /// <param name="linesEach">How many lines each has.</param>
    public IEnumerable<string> Bodies(int linesEach) => Lines().Chunk(linesEach).Select(static lines => string.Concat(lines));

    private IEnumerable<string> Lines()
    {
        var random = new Random(seed);
        var times = Enumerable.Range(0, count).Select(_ => SecondOf(random)).Order().ToArray();
        var body = new StringBuilder();
        for (var number = 0; number < count; number++)
        {
            var author = random.Next(1 + (count / 2));
            var tags = Tags[random.Next(Tags.Length)].Replace(" ", campaign + " ", StringComparison.Ordinal) + campaign;
            body.Clear().Append(CultureInfo.InvariantCulture,
                $$$"""{"channel":"x","id":"{{{number}}}","createdAt":"{{{Start.AddSeconds(times[number]):yyyy-MM-ddTHH:mm:ssZ}}}","text":"Can you spot the missing letters? {{{tags}}}","author":{"id":"{{{author}}}","followers":{{{author * 31 % 20_000}}}},"engagement":{"likes":{{{random.Next(40)}}},"shares":{{{random.Next(12)}}}}}""").Append('\n');
            yield return body.ToString();
        }
    }

    /// <summary>Most is said in the second week and in the evening.</summary>
    private static int SecondOf(Random random)
    {
        var day = (int)Math.Clamp(8 + ((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 7), 0, Days - 1);
        var hour = (int)Math.Clamp(16 + ((random.NextDouble() + random.NextDouble() - 1) * 11), 0, 23);
        return (((day * 24) + hour) * 3600) + random.Next(3600);
    }
}
