using System.Globalization;
using System.Text;

namespace Campaigns.Benchmarks.Made;

/// <summary>Mentions of one campaign in the order of time, the same for the same shape.</summary>
internal sealed class MadeMentions
{
    public static readonly IReadOnlyList<string> Kinds = ["original", "reply", "share", "quote"];

    public static readonly DateTimeOffset Start = new(2015, 6, 8, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Names = ["MissingType", "NationalBloodWeek", "GiveBlood"];
    private static readonly string[] Said =
    [
        "Can you spot the missing letters? A, B and O are gone until enough new donors come forward this week.",
        "I gave today, it took less than an hour and the staff at the session were lovely. Your turn!",
        "Only 3% of us give blood. My sister is here because of people she will never meet, so please register",
        "The letters are disappearing from street signs all over town, and here is why that matters to patients.",
    ];

    private readonly MadeMention[] lines;
    private readonly Dictionary<(int Said, byte Tags), string> texts = [];

    public MadeMentions(string campaign, MentionShape shape)
    {
        (Campaign, Shape) = (campaign, shape);
        lines = Make(shape);
        for (var bits = 0; bits < 8; bits++)
        {
            var tags = string.Concat(Hashtags.Where((_, number) => (bits & (1 << number)) != 0).Select(static tag => " #" + tag));
            for (var said = 0; said < Said.Length; said++)
            {
                texts[(said, (byte)bits)] = Said[said] + tags;
            }
        }
    }

    /// <summary>The campaign's id.</summary>
    public string Campaign { get; }

    public MentionShape Shape { get; }

    public IReadOnlyList<MadeMention> Lines => lines;

    /// <summary>The campaign's hashtags as results name them; they are its own, so that no mention counts twice.</summary>
    public IReadOnlyList<string> Hashtags => [.. Names.Select(name => (name + Campaign.Replace("-", "", StringComparison.Ordinal)).ToLowerInvariant())];

    /// <summary>The campaign's last day: none of the mentions is after it.</summary>
    private DateTimeOffset Last => Start.AddDays(Math.Max(13, (Shape.Hours + 23) / 24));

    /// <summary>The campaign's document.</summary>
    /// <param name="fields">Further fields, each with a comma behind it.</param>
    public string Document(string fields = "") => $$"""
        { "name": "Benchmark", "start": "2015-06-05", "end": "{{Last:yyyy-MM-dd}}", "timeZone": "Etc/UTC", {{fields}}
          "hashtags": [{{string.Join(", ", Hashtags.Select(static tag => $"\"#{tag}\""))}}],
          "plan": { "tell": "Give blood", "hear": "What keeps people away", "act": "Open more sessions" } }
        """;

    /// <summary>The same lines in another order.</summary>
    public MadeMentions Shuffled()
    {
        var shuffled = new MadeMentions(Campaign, Shape);
        new Random(Shape.Seed).Shuffle(shuffled.lines);
        return shuffled;
    }

    /// <summary>What a line says.</summary>
    public string TextOf(int line) => texts[(lines[line].Id % Said.Length, lines[line].Tags)];

    /// <summary>A part of the lines as NDJSON.</summary>
    /// <param name="from">The first.</param>
    /// <param name="count">How many.</param>
    public byte[] Body(int from, int count)
    {
        var text = new StringBuilder(count * 330);
        foreach (ref readonly var line in lines.AsSpan(from, count))
        {
            text.Append(CultureInfo.InvariantCulture, $$$"""{"channel":"x","id":"6079{{{line.Id:00000000000000}}}","kind":"{{{Kinds[line.Kind]}}}","createdAt":"{{{Start.AddSeconds(line.Second):yyyy-MM-ddTHH:mm:ssZ}}}",""");
            text.Append(CultureInfo.InvariantCulture, $$$""" "text":"{{{texts[(line.Id % Said.Length, line.Tags)]}}}","author":{"id":"{{{100_000_000 + line.Author}}}","handle":"donor{{{line.Author}}}","followers":{{{line.Followers}}}},"engagement":{"likes":{{{line.Likes}}},"shares":{{{line.Shares}}}}}""");
            text.Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static MadeMention[] Make(MentionShape shape)
    {
        var random = new Random(shape.Seed);
        var seconds = new int[shape.Lines];
        foreach (ref var second in seconds.AsSpan())
        {
            second = random.Next(shape.Hours * 3600);
        }

        seconds.AsSpan().Sort();
        var made = new MadeMention[shape.Lines];
        for (var at = 0; at < made.Length; at++)
        {
            made[at] = (at + 1) % MentionShape.RepeatEvery == 0
                ? made[at - 1 - random.Next(Math.Min(at, 500))] with { Likes = random.Next(80), Shares = random.Next(20) }
                : One(at, seconds[at], random, shape);
        }

        return made;
    }

    private static MadeMention One(int number, int second, Random random, MentionShape shape)
    {
        var author = random.Next(shape.Authors);
        return new MadeMention(
            number, author, second, (byte)random.Next(1, 8), (byte)random.Next(Kinds.Count),
            // Authors gain followers while the campaign goes on.
            (author * 31 % 20_000) + (second / 3600), random.Next(40), random.Next(12));
    }
}
