using System.Globalization;
using System.Text.Json;
using Campaigns.Listening;
using Campaigns.Results.Supporters;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Supporters;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Supporters;

/// <summary>Whole runs, from the list and the mentions to every answer.</summary>
public sealed class SupporterRunTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_same_supporter_is_one_by_handle_by_an_id_learnt_later_renamed_and_from_before_it_was_listed()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, json: SampleCampaign.Json.Replace("\"plan\":", "\"suppressBelow\": 0, \"plan\":", StringComparison.Ordinal));
        await RunAsync(engine, Said("before", "x", null, "RCGP", 500), Said("by id, before", "x", "42", null, 600), Said("stranger", "x", "77", "somebody", 900));

        await Supporting.ReplaceAsync(engine, Supporting.Organisation("@rcgp"), Supporting.Organisation(id: "did:plc:gp", channel: "bluesky"), Supporting.Entry("x", null, "minister", "A Minister", "publicFigure"));
        await ListeningRun.SweepAsync(engine);
        var listed = await ContributorsAsync(engine);
        await RunAsync(
            engine, Said("with both", "x", "42", "rcgp", 700), Said("renamed", "x", "42", "gps_uk", 800), Said("elsewhere", "bluesky", "did:plc:gp", "whatever.example", 5), Said("again", "x", null, "@RCGP", 650));
        var (after, results) = (await ContributorsAsync(engine), await ListeningRun.ResultsAsync(engine));

        // Before the id was learnt, only what the handle itself said.
        Assert.Equal(["x Royal College of GPs 1"], Items(listed));
        Assert.Equal(["x Royal College of GPs 5", "bluesky Royal College of GPs 1"], Items(after));
        Assert.Equal(800, after.GetProperty("items")[0].GetProperty("followers").GetInt32());
        Assert.Equal(1, after.GetProperty("others").GetProperty("contributors").GetInt32());
        Assert.Equal((3, 2, 800 + 5 + 900), (Int(results, "contributors"), Int(results, "organisations"), Int(results, "potentialReach")));
    }

    [Fact]
    public async Task Who_is_taken_off_the_list_is_named_nowhere_after_the_next_roll_up()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await Supporting.ReplaceAsync(engine, Supporting.Organisation("rcgp"), Supporting.Organisation(id: "5", name: "Who stays"));
        await RunAsync(engine, Said("1", "x", "42", "rcgp", 700), Said("2", "x", "5", "stays", 80));

        await Supporting.ReplaceAsync(engine, Supporting.Organisation(id: "5", name: "Who stays"));
        await ListeningRun.SweepAsync(engine);

        Assert.Equal(["x Who stays 1"], Items(await ContributorsAsync(engine)));
        Assert.All(await AnswersAsync(engine), answer => Assert.DoesNotContain("Royal College", answer, StringComparison.OrdinalIgnoreCase));
        Assert.All(await AnswersAsync(engine), answer => Assert.DoesNotContain("rcgp", answer, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nobody_who_is_not_listed_appears_in_any_answer_by_name_hash_or_exact_follower_count()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await Supporting.ReplaceAsync(engine, Supporting.Organisation("rcgp"), Supporting.Organisation(id: "did:plc:gp", channel: "bluesky"));
        // Each of the others with an id, a handle and a number of followers that nothing else has; one alone on a day, one alone with a hashtag,
        // a kind, on a channel.
        var people = Enumerable.Range(0, 40).Select(number => (Id: $"9070{number:00}771", Handle: $"patient_{number:00}_zq", Followers: 7_000_003 + (number * 1_009))).ToArray();
        var said = people.Select((person, number) => Said(
            $"m{number}", number == 3 ? "mastodon" : number % 2 == 0 ? "x" : "bluesky", person.Id, person.Handle, person.Followers,
            number == 7 ? 15 : 8 + (number % 3), number == 5 ? "#MissingType #NationalBloodWeek" : "#MissingType", number == 6 ? "quote" : null));
        await RunAsync(engine, [.. said, Said("s1", "x", "42", "rcgp", 700), Said("s2", "bluesky", "did:plc:gp", "gp.example", 900)]);
        var keys = await engine.Get<CampaignKeys>().OfAsync(campaign, default);

        var answers = await AnswersAsync(engine);

        Assert.Contains(answers, answer => answer.Contains("Royal College of GPs", StringComparison.Ordinal));
        foreach (var (id, handle, followers) in people)
        {
            var hashes = new[] { "x", "bluesky", "mastodon" }.SelectMany(channel => new[] { keys.Author(channel, id), keys.AuthorByHandle(channel, handle) });
            string[] traces = [id, handle, followers.ToString(CultureInfo.InvariantCulture), .. hashes.SelectMany(Written)];
            Assert.All(answers, answer => Assert.DoesNotContain(traces, trace => answer.Contains(trace, StringComparison.OrdinalIgnoreCase)));
        }
    }

    /// <summary>Every answer that a reader of the campaign can get.</summary>
    private static async Task<IReadOnlyList<string>> AnswersAsync(TestEngine engine)
    {
        return
        [
            (await ListeningRun.ResultsAsync(engine)).GetRawText(),
            (await ListeningRun.TimelineAsync(engine, "day")).GetRawText(),
            (await ListeningRun.TimelineAsync(engine, "hour")).GetRawText(),
            (await ContributorsAsync(engine)).GetRawText(),
            (await Supporting.GetAsync(engine)).Text,
            (await Supporting.GetAsync(engine, "?format=csv")).Text,
            (await SampleCampaign.GetAsync(engine)).Text,
        ];
    }

    private static IEnumerable<string> Written(UInt128 hash)
    {
        var hex = hash.ToString("x32", CultureInfo.InvariantCulture);
        yield return hex;
        yield return hash.ToString(CultureInfo.InvariantCulture);
        yield return Convert.ToBase64String(Convert.FromHexString(hex)).TrimEnd('=');
    }

    private static string Said(string id, string channel, string? authorId, string? handle, long followers, int day = 8, string text = "#MissingType", string? kind = null) =>
        JsonSerializer.Serialize(new
        {
            channel,
            id,
            createdAt = string.Create(CultureInfo.InvariantCulture, $"2015-06-{day:00}T10:00:00Z"),
            text,
            kind = kind ?? "original",
            author = new { id = authorId, handle, followers },
        });

    private static async Task RunAsync(TestEngine engine, params IEnumerable<string> lines)
    {
        var posted = await ListeningRun.PostAsync(engine, string.Join('\n', lines));
        Assert.True(posted.Status == 202 && posted.Json.GetProperty("refused").GetInt32() == 0, posted.Text);
        await ListeningRun.TrackAsync(engine);
        await ListeningRun.SweepAsync(engine);
    }

    private static async Task<JsonElement> ContributorsAsync(TestEngine engine)
    {
        var request = Call.Request(engine, "GET", "/api/campaigns/missing-type/results/contributors");
        var answer = await Call.AnswerAsync(request, engine.Function<GetContributors>().Run(request, "missing-type", default));
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json;
    }

    private static IEnumerable<string> Items(JsonElement contributors) => contributors.GetProperty("items").EnumerateArray()
        .Select(item => $"{item.GetProperty("channel").GetString()} {item.GetProperty("name").GetString()} {item.GetProperty("mentions").GetInt32()}");

    private static int Int(JsonElement results, string name) => results.GetProperty(name).GetInt32();
}
