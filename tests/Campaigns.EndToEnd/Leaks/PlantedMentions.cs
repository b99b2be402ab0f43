using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Campaigns.Confidentiality;
using Campaigns.Tests.Confidentiality.Corpus;

namespace Campaigns.EndToEnd.Leaks;

/// <summary>Mentions in which people let slip what identifies them, and by authors of whom nothing may rest either.</summary>
internal sealed partial class PlantedMentions
{
    public const string Campaign = """
        { "name": "Give blood", "start": "2015-06-05", "end": "2015-06-21", "timeZone": "Europe/London",
          "hashtags": ["#MissingType", "#NationalBloodWeek"], "topics": [{ "id": "appointments", "any": ["appointment", "NHS number"], "none": [] }],
          "plan": { "tell": "New donors are needed", "hear": "What keeps people away", "act": "Open sessions where people ask for them" } }
        """;

    /// <summary>Whom the campaign names; nobody whose mention says anything.</summary>
    public const string Supporters = """[{ "channel": "x", "handle": "givebloodtoday", "name": "Give Blood Today", "kind": "organisation", "basis": "A public body" }]""";

    /// <summary>The first hour that mentions are of.</summary>
    public static readonly DateTimeOffset Start = new(2015, 6, 5, 0, 0, 0, TimeSpan.Zero);

    private const int Hours = 16 * 24;

    private static readonly JsonSerializerOptions AsPeopleWrite = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Random random;
    private readonly List<PlantedDatum> planted = [];
    private readonly List<string> lines = [];
    private readonly List<string> refused = [];
    private readonly List<string> brokenOff = [];
    private readonly List<string> headerless = [];
    private readonly string innocents;
    private readonly List<(string Channel, string Id, string Handle)> authors = [];
    private int number;

    public PlantedMentions(LeakPlan plan)
    {
        random = new Random(plan.Seed);
        for (var author = 0; author < Math.Max(50, plan.Mentions / 3); author++)
        {
            authors.Add(Author(author));
        }

        string[] innocent = [.. PersonalDataCorpus.Innocent(plan.Mentions - (plan.Each * PersonalDataCorpus.Kinds.Count), plan.Seed).Select(static post => post.Text)];
        innocents = string.Join('\n', innocent);
        foreach (var kind in PersonalDataCorpus.Kinds)
        {
            lines.AddRange(Posts(kind, plan.Each).Select(Line));
            brokenOff.AddRange(Posts(kind, 20).Select(Line));
            refused.AddRange(Posts(kind, 18).Select(Refused));
            headerless.AddRange(Posts(kind, 4).Select(static text => $"x,77,2015-06-08T10:00:00Z,{text.ReplaceLineEndings(" ")} #MissingType"));
        }

        lines.AddRange(innocent.Select(Line));
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(lines));
    }

    /// <summary>Everything that must be found nowhere.</summary>
    public IReadOnlyList<PlantedDatum> Planted => planted;

    /// <summary>Lines that count.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>Lines that have a datum where none belongs, or one that is no line at all.</summary>
    public IReadOnlyList<string> RefusedLines => refused;

    /// <summary>Tables whose first line is no header.</summary>
    public IReadOnlyList<string> Headerless => headerless;

    /// <summary>Lines of a request that breaks off in the middle.</summary>
    public IReadOnlyList<string> BrokenOffLines => brokenOff;

    public IReadOnlyList<(string Channel, string Id, string Handle)> Authors => authors;

    /// <summary>Some lines as a body.</summary>
    public static byte[] Body(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(static line => line + "\n")));

    /// <summary>Canonical posts whose datum could not stand anywhere by chance; each is remembered.</summary>
    private IEnumerable<string> Posts(PersonalDataKind kind, int count)
    {
        foreach (var (post, _) in PersonalDataCorpus.Canonical(kind, int.MaxValue, random.Next()).Where(post => IsDistinct(post.Text) && !IsInnocent(kind, post.Text)).Take(count))
        {
            planted.Add(new PlantedDatum(LabelledText.Name(kind), post.Value(post.Spans[0])));
            yield return post.Text;
        }
    }

    /// <summary>Six digits are part of many numbers, and a date of these years is when something was counted.</summary>
    private static bool IsDistinct(LabelledText post) =>
        post.Value(post.Spans[0]) is { Length: >= 6 } value && (value.Length >= 8 || value.Any(static letter => !char.IsAsciiLetterOrDigit(letter))) && !ThisCentury().IsMatch(value);

    // A person may be called as a shop is, and the shop stays.
    private bool IsInnocent(PersonalDataKind kind, LabelledText post) =>
        kind == PersonalDataKind.Name && innocents.Contains(post.Value(post.Spans[0]), StringComparison.OrdinalIgnoreCase);

    private (string Channel, string Id, string Handle) Author(int at)
    {
        var channel = random.Pick(["x", "bluesky", "mastodon", "facebook", "instagram"]);
        var id = channel == "bluesky" ? $"did:plc:{random.Letters(24, "abcdefghijklmnopqrstuvwxyz234567")}" : $"{random.Between(1, 9)}{random.Digits(16)}";
        var handle = $"{ContactValues.Account(random)}.{at}";
        planted.Add(new PlantedDatum("authorId", id));
        planted.Add(new PlantedDatum("authorHandle", handle));
        return (channel, id, handle);
    }

    private string Line(string text) => JsonSerializer.Serialize(Mention(text), AsPeopleWrite);

    private Dictionary<string, object> Mention(string text)
    {
        number++;
        var (channel, id, handle) = random.Pick(authors);
        var mention = $"{6 + (number % 3)}{number:0000000000}{random.Digits(7)}";
        planted.Add(new PlantedDatum("mentionId", mention));
        var at = Start.AddHours(number % Hours).AddSeconds(random.Next(3600));
        return new Dictionary<string, object>
        {
            ["channel"] = channel,
            ["id"] = mention,
            ["createdAt"] = at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["text"] = random.Chance(0.5) ? $"{text} #MissingType" : $"#NationalBloodWeek {text}",
            ["author"] = new Dictionary<string, object> { ["id"] = id, ["handle"] = handle, ["followers"] = random.Next(3_000) },
            ["url"] = $"https://{channel}.example/{handle}/status/{mention}",
            ["language"] = "en",
            ["engagement"] = new Dictionary<string, object> { ["likes"] = random.Next(50), ["shares"] = random.Next(20) },
        };
    }

    /// <summary>A line that is refused, with the datum wherever a mapping gone wrong puts it.</summary>
    private string Refused(string text, int at)
    {
        var mention = Mention(text);
        switch (at % 9)
        {
            case 0:
                return $"{text.ReplaceLineEndings(" ")} #MissingType";
            case 1:
                mention["createdAt"] = text;
                break;
            case 2:
                mention["channel"] = text;
                break;
            case 3:
                mention["phone"] = text;
                break;
            case 4:
                mention["kind"] = text;
                break;
            case 5:
                mention["engagement"] = new Dictionary<string, object> { ["likes"] = text };
                break;
            case 6:
                mention[text] = 1;
                break;
            case 7:
                // As long as lets the cut of what is shown fall anywhere in it.
                mention["kind"] = $"{new string('-', random.Between(40, 110))} {text}";
                break;
            default:
                mention["id"] = text.PadRight(300, '.');
                break;
        }

        return JsonSerializer.Serialize(mention, AsPeopleWrite);
    }

    [GeneratedRegex(@"20[12]\d")]
    private static partial Regex ThisCentury();
}
