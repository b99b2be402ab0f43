using System.Globalization;
using System.Text.Json;

namespace Campaigns.Local.Demo;

/// <summary>
/// What people said about the campaign, made up, the same on every run. The totals are the published ones: 26,121 uses of the two
/// hashtags (in 24,890 mentions, 1,231 of which bear both), 60 influencers, 1,000 organisations; how they are spread is invented.
/// </summary>
internal static class GeneratedMentions
{
    public const int Count = 24_890;

    public const int Contributors = 15_402;

    private const int OnlyMissingType = 18_780;
    private const int Both = 1_231;
    private const int Days = 17;

    private static readonly DateTimeOffset Start = new(2015, 6, 4, 23, 0, 0, TimeSpan.Zero);

    private static readonly string[] Channels = ["x", "x", "x", "x", "x", "x", "instagram", "instagram", "facebook", "threads"];

    private static readonly string[] Words =
    [
        "Can you spot the missing letters? {0}", "I gave blood today, it took less than an hour {0}", "Our sign lost its letters for a good cause {0}",
        "{0} please share: new donors are needed", "Booked my first appointment {0}", "Why do we need O negative so much? {0}", "Proud of our team {0}",
    ];

    /// <summary>The mentions as NDJSON, in order of time.</summary>
    /// <param name="linesEach">How many lines one body has.</param>
    /// <returns>Bodies ready to be posted, and how many lines each has.</returns>
    public static IEnumerable<(byte[] Body, int Lines)> Bodies(int linesEach)
    {
        var body = new MemoryStream();
        var lines = 0;
        foreach (var line in Lines())
        {
            body.Write(line);
            body.WriteByte((byte)'\n');
            if (++lines == linesEach)
            {
                yield return (body.ToArray(), lines);
                body.SetLength(0);
                lines = 0;
            }
        }

        if (lines > 0)
        {
            yield return (body.ToArray(), lines);
        }
    }

    private static IEnumerable<byte[]> Lines()
    {
        var random = new Random(2015);
        // Each person speaks at least once; the rest is spread over those who speak often.
        var authors = Enumerable.Range(0, Count).Select(n => n < Contributors ? n : random.Next(Contributors)).ToArray();
        random.Shuffle(authors);
        var tags = Enumerable.Range(0, Count).Select(n => n < OnlyMissingType ? 1 : n < OnlyMissingType + Both ? 3 : 2).ToArray();
        random.Shuffle(tags);
        var times = Enumerable.Range(0, Count).Select(_ => TimeOf(random)).Order().ToArray();
        for (var n = 0; n < Count; n++)
        {
            yield return Line(random, n, authors[n], tags[n], times[n]);
        }
    }

    /// <summary>Most is said in the second week, by day and above all in the evening.</summary>
    private static DateTimeOffset TimeOf(Random random)
    {
        var day = (int)Math.Clamp(8 + ((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 7), 0, Days - 1);
        var hour = (int)Math.Clamp(15 + ((random.NextDouble() + random.NextDouble() - 1) * 11), 0, 23);
        return Start.AddDays(day).AddHours(hour).AddSeconds(random.Next(3600));
    }

    private static byte[] Line(Random random, int number, int author, int tags, DateTimeOffset at)
    {
        var hashtags = tags switch { 1 => "#MissingType", 2 => "#NationalBloodWeek", _ => "#MissingType #NationalBloodWeek" };
        var kind = random.Next(100) switch { < 45 => "original", < 85 => "share", < 95 => "reply", _ => "quote" };
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                // An author stays on one channel: across channels, nobody can tell who is the same person.
                channel = Channels[author % Channels.Length],
                id = (607_000_000_000_000_000L + number).ToString(CultureInfo.InvariantCulture),
                kind,
                createdAt = at,
                text = string.Format(CultureInfo.InvariantCulture, Words[random.Next(Words.Length)], hashtags),
                author = new { id = author.ToString(CultureInfo.InvariantCulture), followers = FollowersOf(author), kind = author < MissingType.Organisations ? "organisation" : null },
                engagement = new { likes = random.Next(4) == 0 ? random.Next(40) : 0, shares = random.Next(10) == 0 ? random.Next(12) : 0, comments = (int?)null, views = (int?)null },
            },
            Options);
    }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The first 1,000 authors are organisations, the next 60 influencers, the rest everybody else.</summary>
    private static int FollowersOf(int author) =>
        author < MissingType.Organisations ? 200 + (author * 7919 % 9_000)
        : author < MissingType.Organisations + MissingType.Influencers ? 10_000 + (author * 104_729 % 900_000)
        : author * 31 % 1_500;
}
