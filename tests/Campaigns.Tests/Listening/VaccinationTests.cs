using System.Text.Json;
using Campaigns.TestSupport;
using Campaigns.Tests.Support;

namespace Campaigns.Tests.Listening;

/// <summary>The vaccination tweets, posted as they are.</summary>
public sealed class VaccinationTests(AzuriteFixture azurite)
{
    private const string Campaign = """
        { "name": "Vaccination", "start": "2020-12-12", "end": "2021-04-30", "timeZone": "Europe/London",
          "hashtags": ["#PfizerBioNTech", "#Moderna", "#OxfordAstraZeneca"], "plan": { "tell": "t", "hear": "h", "act": "a" } }
        """;

    [Fact]
    public async Task The_tweets_load_as_they_are_and_posting_them_again_changes_no_figure()
    {
        Assert.SkipWhen(RepositoryRoot.SharedData is null, "../shared/data is absent");
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, "vaccination", Campaign);

        var first = await TakeAsync(engine);
        var second = await TakeAsync(engine);

        Assert.Fail(JsonSerializer.Serialize(first) + "\n" + second.GetProperty("mentions"));
    }

    private static async Task<JsonElement> TakeAsync(TestEngine engine)
    {
        await using var file = File.OpenRead(Path.Combine(RepositoryRoot.SharedData!, "vaccination_tweets.csv"));
        var answer = await ListeningRun.PostAsync(engine, file, "text/csv", "?channel=x");
        Assert.True(answer.Status == 202, answer.Text);
        Console.WriteLine(answer.Text[..Math.Min(2000, answer.Text.Length)]);
        var m = await ListeningRun.TrackAsync(engine);
        await ListeningRun.SweepAsync(engine);
        return await ListeningRun.ResultsAsync(engine, "vaccination");
    }
}
