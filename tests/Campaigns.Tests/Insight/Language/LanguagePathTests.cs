using Campaigns.Insight.Language;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Insight.Language;

/// <summary>From mentions that are handed in, by way of the service, to results.</summary>
public sealed class LanguagePathTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Results_say_what_the_service_found_in_the_part_that_the_budget_covers_and_how_far_that_can_be_trusted()
    {
        await using var rig = await LanguageRig.StartAsync(azurite, """, "budget": { "textRecords": { "sentiment": 40 } }""");
        rig.Clock.Set(rig.Campaign.EndsAt.ToDateTimeOffset().AddHours(-1));

        var results = await ListeningRun.ResultsAfterAsync(rig.Engine, Line.Join(Enumerable.Range(0, 120).Select(number =>
            Line.Of($"{number}", $"{(number % 2 == 0 ? "Good" : "Bad")} queue {number}, thanks Zaphod Beeblebrox, ring 07700 900123 #MissingType", author: $"secret{number}"))));

        var sentiment = results.GetProperty("sentiment");
        long Of(string name) => sentiment.GetProperty(name).GetInt64();
        Assert.Equal((40, 120, 80, 0, 0), (Of("analysed"), Of("of"), Of("overBudget"), Of("failed"), Of("notLookedAt")));
        Assert.Equal(40, Of("positive") + Of("negative"));
        Assert.InRange(Of("positive"), 8, 32);
        Assert.InRange(sentiment.GetProperty("marginOfError").GetDouble(), 12, 13);
        Assert.Equal((LanguageAnalyser.Name, LanguageModel.Version), (sentiment.GetProperty("analyser").GetString(), sentiment.GetProperty("version").GetString()));
        Assert.Equal(40, rig.Service.TextsOf("SentimentAnalysis").Count());
        Assert.All(rig.Service.Requests, request => Assert.True((bool)request.Body["parameters"]!["loggingOptOut"]!));
        Assert.DoesNotContain(rig.Service.Requests, request => request.Body.ToJsonString() is var body && (body.Contains("900123", StringComparison.Ordinal) || body.Contains("secret", StringComparison.Ordinal)));
        Assert.DoesNotContain(rig.Log, line => line.Contains("Zaphod", StringComparison.Ordinal) || line.Contains("queue 1", StringComparison.Ordinal));
        var phrases = results.GetProperty("phrases").ToString();
        Assert.Contains("thanks", phrases, StringComparison.Ordinal);
        Assert.DoesNotContain("Zaphod", phrases, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_the_service_would_not_take_for_a_while_comes_again_and_counts_once()
    {
        await using var rig = await LanguageRig.StartAsync(azurite);
        await ListeningRun.PostAsync(rig.Engine, Line.Join(Enumerable.Range(0, 30).Select(number => Line.Of($"{number}", $"Good queue {number} #MissingType", "2015-06-06T10:00:00Z"))));
        var message = Assert.Single(await AnalysingRun.TakeAsync(rig.Engine));
        rig.Instead("SentimentAnalysis", int.MaxValue, context => LanguageRig.Throttled(context, "30"));

        await AnalysingRun.DeliverAsync(rig.Engine, message);
        await AnalysingRun.DeliverAsync(rig.Engine, message);

        Assert.Equal(0, (await AnalysingRun.TotalsAsync(rig.Engine, rig.Campaign.Generation)).Analysed);
        Assert.Equal(2, (await AnalysingRun.Queue(rig.Engine).GetPropertiesAsync()).Value.ApproximateMessagesCount);
        rig.Service.Instead = (_, _) => Task.FromResult<Microsoft.AspNetCore.Http.IResult?>(null);
        await AnalysingRun.DeliverAsync(rig.Engine, message);
        await AnalysingRun.DeliverAsync(rig.Engine, message);
        Assert.Equal(30, (await AnalysingRun.TotalsAsync(rig.Engine, rig.Campaign.Generation)).Positive);
        Assert.Equal(30, await rig.SpentAsync("sentiment"));
        // However often they had to come, they came once: the sample is not smaller for it.
        Assert.Equal(30, (await rig.InsightAsync()).GetProperty("texts").GetInt64());
    }
}
