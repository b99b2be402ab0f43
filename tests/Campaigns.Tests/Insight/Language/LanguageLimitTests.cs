using Campaigns.Insight;
using Campaigns.Insight.Language;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Insight.Language;

/// <summary>What a service answered before it had enough is counted, and paid for once.</summary>
public sealed class LanguageLimitTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(12)]
    [InlineData(48)]
    public async Task Many_batches_at_a_service_that_takes_300_requests_a_minute_come_through_and_are_hardly_paid_for_twice(int batches)
    {
        await using var rig = await LanguageRig.StartAsync(azurite);
        var left = 0;
        rig.Service.Instead = (_, context) => Task.FromResult(Interlocked.Decrement(ref left) >= 0 ? null : LanguageRig.Throttled(context, "57"));
        var open = Enumerable.Range(0, batches).Select(batch => LanguageRig.Texts(100, batch * 100)).ToList();
        var minutes = 0;
        for (; minutes < 20 && open.Count > 0; minutes++)
        {
            // A minute later: the batches that were put off come again, all at once as they went.
            left = 300;
            open = [.. (await Task.WhenAll(open.Select(texts => LeftOfAsync(rig, texts)))).Where(texts => texts.Count > 0)];
        }

        Assert.Empty(open);
        // Four requests for ten texts.
        Assert.InRange(minutes, batches * 40 / 300, (batches * 40 / 300) + 2);
        Assert.InRange(await rig.SpentAsync("sentiment"), batches * 100, batches * 115);
        Assert.InRange(await rig.SpentAsync("personalData"), batches * 100, batches * 115);
        Assert.Equal(batches * 100, (await rig.InsightAsync()).GetProperty("texts").GetInt64());
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    public async Task What_was_answered_before_the_service_had_enough_counts_at_once_and_only_the_rest_comes_again(int status)
    {
        await using var rig = await LanguageRig.StartAsync(azurite);
        await ListeningRun.PostAsync(rig.Engine, Line.Join(Enumerable.Range(0, 80).Select(number =>
            Line.Of($"{number}", $"Good queue {number} #MissingType", "2015-06-06T10:00:00Z"))));
        var message = Assert.Single(await AnalysingRun.TakeAsync(rig.Engine));
        var answered = 0;
        rig.Service.Instead = (_, context) => Task.FromResult(Interlocked.Increment(ref answered) <= 25 ? null
            : status == 429 ? LanguageRig.Throttled(context, "57") : LanguageContract.Refuse(status, "InternalServerError", null, "No."));

        await (status == 429
            ? AnalysingRun.DeliverAsync(rig.Engine, message)
            : Assert.ThrowsAsync<LanguageServiceException>(() => AnalysingRun.DeliverAsync(rig.Engine, message)));

        var first = (await AnalysingRun.TotalsAsync(rig.Engine, rig.Campaign.Generation)).Positive;
        Assert.InRange(first, 10, 70);
        Assert.Equal(first, (await rig.InsightAsync()).GetProperty("texts").GetInt64());
        // The service had too much and did nothing; or it broke, and nobody knows what it did.
        Assert.InRange(await rig.SpentAsync("sentiment"), first, first + 40);
        Assert.Equal(status == 429 ? 1 : 0, (await AnalysingRun.Queue(rig.Engine).GetPropertiesAsync()).Value.ApproximateMessagesCount);
        rig.Service.Instead = (_, _) => Task.FromResult<Microsoft.AspNetCore.Http.IResult?>(null);
        var before = await rig.SpentAsync("sentiment");
        await AnalysingRun.DeliverAsync(rig.Engine, message);
        await AnalysingRun.DeliverAsync(rig.Engine, message);

        Assert.Equal(80, (await AnalysingRun.TotalsAsync(rig.Engine, rig.Campaign.Generation)).Positive);
        Assert.Equal(before + 80 - first, await rig.SpentAsync("sentiment"));
        Assert.Equal(80, (await rig.InsightAsync()).GetProperty("texts").GetInt64());
    }

    [Fact]
    public async Task What_the_sample_leaves_out_is_told_though_the_service_had_enough_of_the_rest()
    {
        await using var rig = await LanguageRig.StartAsync(azurite, """, "budget": { "textRecords": { "sentiment": 20 } }""");
        rig.Clock.Set(rig.Campaign.EndsAt.ToDateTimeOffset().AddHours(-1));
        rig.Instead("SentimentAnalysis", int.MaxValue, context => LanguageRig.Throttled(context, "57"));

        var answer = await rig.AnalyseAsync(LanguageRig.Texts(60));

        Assert.Equal(TimeSpan.FromSeconds(57), Assert.IsType<RetryLaterException>(answer.Trouble).Wait);
        Assert.Equal((20, 40), (answer.Texts.Count(text => text.Status == InsightStatus.Unanswered), answer.Texts.Count(text => text.Status == InsightStatus.OverBudget)));
        Assert.Equal((0, 40), (await rig.SpentAsync("sentiment"), (await rig.InsightAsync()).GetProperty("texts").GetInt64()));
    }

    /// <summary>What of a batch is to come again.</summary>
    private static async Task<IReadOnlyList<TextToAnalyse>> LeftOfAsync(LanguageRig rig, IReadOnlyList<TextToAnalyse> texts)
    {
        try
        {
            var answer = await rig.AnalyseAsync(texts);
            return [.. texts.Zip(answer.Texts).Where(text => text.Second.Status == InsightStatus.Unanswered).Select(text => text.First)];
        }
        catch (RetryLaterException)
        {
            return texts;
        }
    }
}
