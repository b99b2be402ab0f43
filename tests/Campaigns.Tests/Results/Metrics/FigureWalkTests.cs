using System.Globalization;
using System.Text.Json;
using Campaigns.Publishing;
using Campaigns.Results.Metrics;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Listening.Supporters;
using Campaigns.Tests.Results.Posts;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Results.Metrics;

/// <summary>Walks answers whole: every number has a figure, every null says why it is null, and zero is neither.</summary>
public sealed class FigureWalkTests(AzuriteFixture azurite)
{
    private const string Json = """
        { "name": "Missing Type", "start": "2015-06-05", "end": "2015-06-21", "timeZone": "Europe/London",
          "hashtags": ["#MissingType", "#NationalBloodWeek", "#NeverUsed"],
          "topics": [{ "id": "donating", "any": ["give blood"], "service": "Blood" }, { "id": "waiting", "any": ["waiting list"], "service": "blood" }, { "id": "silent", "any": ["never said"] }],
          "plan": { "tell": "Give blood", "hear": "Why not", "act": "Open more sessions",
                    "audience": [{ "dimension": "sex", "group": "men", "population": 100 }, { "dimension": "sex", "group": "women", "population": 100 }] },
          "accounts": [{ "channel": "bluesky", "account": "nhsbt.example", "organisation": { "name": "NHSBT", "area": "England" } }], "influencerFollowers": 10000 }
        """;

    // Moments, and words beside numbers.
    private static readonly string[] NoFigures = ["asOf", "firstMentionAt", "lastMentionAt", "why", "name", "from", "to", "analyser", "version", "channel", "account", "scope", "unit", "date", "baselineDate", "post", "postId", "state", "publishedAt", "url", "ods", "area", "since", "until", "definition", "missed", "days", "thenFrom", "thenTo", "sample", "underRepresented"];
    private static readonly string[] WhyNull = ["not_offered", "not_permitted", "failed", "not_yet", "suppressed"];

    /// <summary>Thirty people and organisations on three channels, who say everything that can be said.</summary>
    public static IEnumerable<string> Rich => Enumerable.Range(0, 120).Select(number => Line.Of(
        $"r{number}",
        text: (number % 6) switch
        {
            0 => "Give blood #MissingType #NationalBloodWeek",
            1 => "#NationalBloodWeek and the waiting list",
            2 => "give blood, the waiting list is long",
            3 => "#Мissingtype",
            _ => "#MissingType",
        },
        createdAt: string.Create(CultureInfo.InvariantCulture, $"2015-06-{6 + (number % 3):00}T{number % 24:00}:00:00Z"),
        channel: (number % 3) switch { 0 => "x", 1 => "bluesky", _ => "mastodon" },
        author: number % 10 == 9 ? null : number == 0 ? "nhsbt.example" : $"author-{number % 30}",
        followers: number % 5 == 4 ? null : 1000 + (number % 30 * 700),
        kind: (number % 4) switch { 1 => "reply", 2 => "share", 3 => "quote", _ => null },
        authorKind: number % 30 < 9 ? "organisation" : null,
        likes: number % 2 == 0 ? number : null,
        shares: 0));

    [Fact]
    public async Task Before_the_first_roll_up_every_number_is_null_and_not_yet_there()
    {
        await using var engine = await StartAsync();

        // What the plan says and what was published is known before anybody says anything.
        var counted = Walked(await ListeningRun.ResultsAsync(engine)).Where(figure => !figure.Pointer.StartsWith("/by", StringComparison.Ordinal) && !figure.Pointer.StartsWith("/organisationsActive/l", StringComparison.Ordinal));
        Assert.All(counted, figure => Assert.Equal("not_yet", figure.Status));
    }

    [Fact]
    public async Task With_no_mention_counts_are_zero_and_what_cannot_be_divided_is_null()
    {
        await using var engine = await StartAsync();

        // Words of a topic are no mention of the campaign.
        var figures = Walked(await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", text: "give blood", author: "a"))).ToDictionary(figure => figure.Pointer, figure => figure.Status);

        Assert.Equal(("zero", "zero", "not_offered"), (figures["/mentions"], figures["/potentialReach"], figures["/mentionsPerContributor"]));
    }

    [Fact]
    public async Task With_one_mention_of_which_little_is_known_nothing_unknown_is_zero()
    {
        await using var engine = await StartAsync();

        var figures = Walked(await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", author: "a", likes: 0))).ToDictionary(figure => figure.Pointer, figure => figure.Status);

        Assert.Equal(
            ("suppressed", "value", "value", "not_offered", "not_offered", "zero", "not_offered"),
            (figures["/unions/contributors/byKind/atMost"], figures["/mentions"], figures["/contributors"], figures["/potentialReach"], figures["/followersPerContributor"], figures["/engagements/likes"], figures["/engagements/views"]));
    }

    [Fact]
    public async Task A_rich_campaign_uses_every_definition_of_results_and_none_that_does_not_exist()
    {
        await using var engine = await StartAsync("""
            "objectives": [{ "metric": "uses", "layer": "output", "baseline": 10, "target": 100000 }, { "metric": "people-engaged", "layer": "outcome", "target": 1 }], "compareWith": "last-year",
            """);
        await Supporting.ReplaceAsync(engine, Supporting.Organisation(id: "author-3", channel: "x"), Supporting.Organisation(id: "author-4", channel: "bluesky"));
        await Entering.PutAsync(engine, "people-engaged", "2015-06-21", Entering.Engaged);
        await Entering.PutAsync(engine, "followers", "2015-06-05", Entering.Followers("1000"));
        await Entering.PutInputAsync(engine, "mediaSpend", "2015-06-05", Entering.Json("99.5"));
        await Posting.PutAsync(engine, "hello");
        await Posting.SettleAsync(engine, "hello", DeliveryState.Published, "2015-06-08T08:00:00Z");
        await Entering.PutAsync(engine, "views", "2015-06-21", Entering.Json("70", ", \"post\": \"hello\""));
        await Entering.PutAsync(engine, "leaflets", "2015-06-21", Entering.Json("70", ", \"channel\": \"bluesky\", \"account\": \"nhsbt.example\", \"adds\": true"));
        await Entering.PutAsync(engine, "people-engaged", "2015-06-21", Entering.Json("40", ", \"dimension\": \"sex\", \"group\": \"men\", \"base\": 100, \"sample\": true"));
        await Entering.PutAsync(engine, "people-engaged", "2015-06-21", Entering.Json("60", ", \"dimension\": \"sex\", \"group\": \"women\", \"base\": 100, \"sample\": true"));

        var figures = Walked(await ListeningRun.ResultsAfterAsync(engine, Line.Join(Rich))).ToList();

        Assert.Equal(
            MetricRegistry.Current.Where(metric => metric.ShownIn == MetricPlace.Results).Select(metric => metric.Key).Order(StringComparer.Ordinal),
            figures.Select(figure => figure.Definition).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(figures, figure => figure.Status == "suppressed");
        Assert.Contains(figures, figure => figure.Pointer.StartsWith("/unions/", StringComparison.Ordinal) && figure.Status == "value");
    }

    [Fact]
    public async Task Whatever_was_said_and_entered_each_figure_has_the_number_that_stands_at_its_path() =>
        await Task.Run(() => Prop.ForAll(
            Gen.Zip(Gen.SubListOf(Rich.ToArray()), Gen.Choose(0, 2000).NonEmptyListOf()).ToArbitrary(),
            said => RunAsync([.. said.Item1], [.. said.Item2.Take(5)]).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(6)));

    private async Task RunAsync(string[] lines, int[] entered)
    {
        await using var engine = await StartAsync();
        foreach (var (day, value) in entered.Index())
        {
            var date = string.Create(CultureInfo.InvariantCulture, $"2015-06-{5 + day:00}");
            await Entering.PutAsync(engine, "followers", date, Entering.Followers($"{value}"));
            await Entering.PutAsync(engine, "leaflets", date, Entering.Json($"{value}.25"));
            await Entering.PutInputAsync(engine, "mediaSpend", date, Entering.Json($"{value}.10"));
        }

        Walked(lines.Length == 0 ? await ListeningRun.ResultsAsync(engine) : await ListeningRun.ResultsAfterAsync(engine, Line.Join(lines)));
    }

    internal static List<(string Pointer, string Status, string? Definition)> Walked(JsonElement results)
    {
        var figures = results.GetProperty("figures").EnumerateObject().ToDictionary(figure => figure.Name, figure => figure.Value);
        var leaves = Leaves(results, "").ToDictionary(leaf => leaf.Pointer, leaf => leaf.Value);
        Assert.DoesNotContain(leaves.Keys.Except(figures.Keys), pointer => !NoFigures.Contains(pointer.Split('/')[^1]));
        foreach (var (pointer, figure) in figures)
        {
            var status = figure.GetProperty("status").GetString()!;
            var value = Find(results, pointer);
            var isRight = value.ValueKind == JsonValueKind.Number ? status == (value.GetDouble() == 0 ? "zero" : "value") : WhyNull.Contains(status);
            Assert.True(isRight, $"{pointer} is {value} and {status}.");
            Assert.Equal(value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null, Number(figure.GetProperty("value")));
            // What no feature gives yet has no definition; everything else names one that exists.
            var definition = figure.GetProperty("definition").GetString();
            Assert.True(definition is null ? status == "not_yet" : MetricRegistry.Every.Any(metric => metric.Key == definition), $"{pointer} names {definition}.");
            Assert.True((figure.GetProperty("asOf").ValueKind == JsonValueKind.Null) == (status == "not_yet"), pointer);
        }

        return [.. figures.Select(figure => (figure.Key, figure.Value.GetProperty("status").GetString()!, figure.Value.GetProperty("definition").GetString()))];
    }

    private static double? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();

    private static IEnumerable<(string Pointer, JsonElement Value)> Leaves(JsonElement value, string pointer) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject()
            .Where(field => pointer.Length > 0 || field.Name is not ("figures" or "coverage"))
            .SelectMany(field => Leaves(field.Value, $"{pointer}/{field.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => Leaves(item, $"{pointer}/{index}")),
        JsonValueKind.Number or JsonValueKind.Null => [(pointer, value)],
        _ => [],
    };

    private static JsonElement Find(JsonElement results, string pointer) =>
        pointer.Split('/')[1..].Aggregate(results, (value, name) => value.ValueKind == JsonValueKind.Array ? value[int.Parse(name, CultureInfo.InvariantCulture)] : value.GetProperty(name));

    private async Task<TestEngine> StartAsync(string more = "")
    {
        var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, "last-year", Json.Replace("2015-06", "2014-06", StringComparison.Ordinal));
        await SampleCampaign.PutAsync(engine, json: Json.Replace("\"plan\"", $"{more}\"plan\"", StringComparison.Ordinal));
        return engine;
    }
}
