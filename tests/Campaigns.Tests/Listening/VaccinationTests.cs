using System.Diagnostics;
using System.Text.Json;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening;

/// <summary>The vaccination tweets, posted as they are and held against a count that uses nothing of the engine.</summary>
public sealed class VaccinationTests(AzuriteFixture azurite)
{
    private const string Campaign = """
        { "name": "Vaccination", "start": "2020-12-12", "end": "2021-04-30", "timeZone": "Europe/London",
          "hashtags": ["#PfizerBioNTech", "#Moderna", "#OxfordAstraZeneca"], "plan": { "tell": "t", "hear": "h", "act": "a" } }
        """;

    [Fact]
    public async Task The_tweets_load_as_they_are_equal_an_independent_count_and_change_no_figure_when_they_are_posted_again()
    {
        Assert.SkipWhen(RepositoryRoot.SharedData is null, "../shared/data is absent");
        var expected = await IndependentCountAsync();
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, "vaccination", Campaign);

        Same(expected, await TakeAsync(engine));
        Same(expected, await TakeAsync(engine));
    }

    private static async Task<JsonElement> TakeAsync(TestEngine engine)
    {
        await using var file = File.OpenRead(Tweets("vaccination_tweets.csv"));
        var answer = await ListeningRun.PostAsync(engine, file, "text/csv", "?channel=x");
        Assert.True(answer.Status == 202, answer.Text);
        Assert.Equal(8082, answer.Json.GetProperty("accepted").GetInt64());
        Assert.Equal(
            ["user_location", "user_description", "user_created", "user_friends", "user_favourites", "user_verified", "hashtags", "source"],
            answer.Json.GetProperty("ignoredColumns").EnumerateArray().Select(column => column.GetString()));
        await ListeningRun.TrackAsync(engine);
        await ListeningRun.SweepAsync(engine);
        return await ListeningRun.ResultsAsync(engine, "vaccination");
    }

    private static void Same(JsonElement expected, JsonElement results)
    {
        foreach (var figure in expected.EnumerateObject().Where(figure => figure.Name is not "engagements"))
        {
            Assert.True(JsonElement.DeepEquals(figure.Value, results.GetProperty(figure.Name)), $"{figure.Name}: {figure.Value} is counted as {results.GetProperty(figure.Name)}");
        }

        foreach (var engagement in expected.GetProperty("engagements").EnumerateObject())
        {
            Assert.Equal(engagement.Value.GetInt64(), results.GetProperty("engagements").GetProperty(engagement.Name).GetInt64());
        }
    }

    private static async Task<JsonElement> IndependentCountAsync()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.EndToEnd", "count-tweets");
        await NodePackages.EnsureAsync(folder);
        using var node = Process.Start(new ProcessStartInfo(
            "node",
            [Path.Combine(folder, "count.mjs"), Tweets("vaccination_tweets.csv"), "2020-12-12T00:00:00", "2021-04-30T23:00:00", "PfizerBioNTech", "Moderna", "OxfordAstraZeneca"])
        { RedirectStandardOutput = true })!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return JsonDocument.Parse(output).RootElement;
    }

    private static string Tweets(string file) => Path.Combine(RepositoryRoot.SharedData!, file);
}
