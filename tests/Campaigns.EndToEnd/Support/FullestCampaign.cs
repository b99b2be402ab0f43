using System.Globalization;
using System.Text.Json;

namespace Campaigns.EndToEnd.Support;

/// <summary>A campaign whose every text is as long as the engine takes, and that has more of everything than a sheet of paper holds.</summary>
internal static class FullestCampaign
{
    public const int MentionCount = 400;

    private static readonly string[] Channels = ["bluesky", "careopinion", "facebook", "instagram", "linkedin", "mastodon", "threads", "x", "youtube"];

    private static readonly string[] Tags = [.. Enumerable.Range(0, 40).Select(number => string.Create(CultureInfo.InvariantCulture, $"#MissingTypeOfBloodInEveryTownAndVillage{number}"))];

    private static readonly (string Metric, string Layer)[] Aims = [("uses", "output"), ("registrations", "impact"), ("contributors", "outtake"), ("donors-who-came", "outcome")];

    public static string Document { get; } = JsonSerializer.Serialize(new
    {
        name = Text(200),
        owner = Text(200),
        start = "2014-06-05",
        end = "2015-06-21",
        timeZone = "America/Argentina/ComodRivadavia",
        hashtags = Tags,
        plan = new { tell = Text(3_000), hear = Text(3_000), act = Text(3_000) },
        accounts = Enumerable.Range(0, 12).Select(number => new { channel = Channels[number % 4 == 0 ? 2 : 3], account = $"{Text(190)} {number}" }),
        objectives = Enumerable.Range(0, 30).Select(number => new { name = Text(200), metric = Aims[number % 4].Metric, layer = Aims[number % 4].Layer, target = 1_000_000_000 + number, baseline = 999_999_000 }),
    });

    public static string Supporters { get; } = JsonSerializer.Serialize(Enumerable.Range(0, 14).Select(number =>
        new { channel = Channels[number % Channels.Length], id = $"{number}", name = $"{Text(190)} {number}", kind = "organisation", basis = "a public body" }));

    public static IReadOnlyList<(string Path, string Entry)> Entries { get; } =
    [
        .. Enumerable.Range(0, 24).Select(number => ($"{"people-whom-the-campaign-reached-and-who-told-others-about-it-".PadRight(62, 'x')}{(char)('a' + number)}/2015-06-20",
            Entry(987_654_321_012.345678m, "facebook", $"{Text(190)} {number}"))),
        .. Enumerable.Range(0, 3).SelectMany(number => new[] { "2014-06-05", "2015-06-20" }.Select((day, index) => ($"followers/{day}?channel=instagram&account={Uri.EscapeDataString($"{Text(190)} {number}")}",
            Entry(123_456_789 + (index * 7_777_777), "instagram", $"{Text(190)} {number}")))),
    ];

    public static string Mentions { get; } = string.Join('\n', Enumerable.Range(0, MentionCount).Select(number => JsonSerializer.Serialize(new
    {
        channel = Channels[number % Channels.Length],
        id = $"{number}",
        createdAt = new DateTime(2014, 6, 5, 10, 0, 0, DateTimeKind.Utc).AddDays(number % 380),
        text = $"I gave blood today, and it was lovely {Tags[number % Tags.Length]}",
        author = number % 7 == 0 ? null : new { id = $"{number % 70}", followers = number % 3 == 0 ? null : (long?)123_456_789 },
        engagement = number % 2 == 0 ? new { likes = 1_234_567 } : null,
    })));

    private static string Entry(decimal value, string channel, string account) => JsonSerializer.Serialize(new
    {
        value,
        unit = Text(50),
        definition = Text(1_000),
        source = Text(500),
        reportedBy = Text(200),
        channel,
        account,
        scope = "page",
    });

    /// <summary>Words, a long one among them.</summary>
    private static string Text(int length)
    {
        const string Words = "Blood donors of every MITOCHONDRIALENCEPHALOMYOPATHYLACTICACIDOSIS group are wanted, and whoever comes is welcome; ";
        return string.Concat(Enumerable.Repeat(Words, (length / Words.Length) + 1))[..length].Trim();
    }
}
