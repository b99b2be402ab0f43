using System.Text.Json;
using Campaigns.Planning;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using NodaTime;

namespace Campaigns.Tests.Results;

/// <summary>What is felt, by the days of the plan and by what it says now.</summary>
public sealed class SentimentPlanTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_hashtag_that_leaves_the_plan_takes_its_texts_along_and_brings_them_back()
    {
        await using var engine = await Felt.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join([.. Felt.Some(6, "I love"), .. Felt.Some(7, "I hate", tag: "#NationalBloodWeek")]));
        var campaigns = engine.Get<CampaignTable>();

        var updated = await campaigns.UpdateAsync(campaign with { Hashtags = [campaign.Hashtags[0]] }, default);
        await ListeningRun.SweepAsync(engine);

        Assert.Equal(new[] { 6L, 0L }, Felt.Of((await ListeningRun.ResultsAsync(engine)).GetProperty("sentiment"), "positive", "negative"));
        Assert.NotNull(updated);
    }

    [Fact]
    public async Task Days_that_are_outside_the_campaign_now_are_in_no_figure_until_they_are_in_it_again()
    {
        await using var engine = await Felt.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join([.. Felt.Some(5, "I love", day: 5), .. Felt.Some(6, "\"waiting\"", day: 6), .. Felt.Some(7, "I hate \"parking\"", day: 8), .. Felt.Some(9, "both", day: 21)]));
        var campaigns = engine.Get<CampaignTable>();

        // From the sixth to the eighth, in London.
        var shorter = await campaigns.UpdateAsync(campaign with { StartsAt = Instant.FromUtc(2015, 6, 5, 23, 0), EndsAt = Instant.FromUtc(2015, 6, 8, 23, 0) }, default);
        await ListeningRun.SweepAsync(engine);

        var (results, days) = (await ListeningRun.ResultsAsync(engine), await ListeningRun.TimelineAsync(engine, "day"));
        Assert.Equal([0, 6, 7, 0, 13, 13], Felt.Of(results.GetProperty("sentiment"), "positive", "neutral", "negative", "mixed", "analysed", "of"));
        Assert.Equal(("""{"en":13}""", """{"parking":7,"waiting":6}"""), (results.GetProperty("languages").GetRawText(), results.GetProperty("phrases").GetRawText()));
        Assert.Equal([6L, 0L, 7L], days.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("sentiment").GetProperty("analysed").GetInt64()));
        Assert.NotNull(await campaigns.UpdateAsync(shorter! with { StartsAt = campaign.StartsAt, EndsAt = campaign.EndsAt }, default));
        await ListeningRun.SweepAsync(engine);
        Assert.Equal(new[] { 5L, 6L, 7L, 9L, 27L }, Felt.Of((await ListeningRun.ResultsAsync(engine)).GetProperty("sentiment"), "positive", "neutral", "negative", "mixed", "analysed"));
    }

    [Fact]
    public async Task Days_show_what_is_felt_with_its_base_and_hours_do_not()
    {
        await using var engine = await Felt.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [
                .. Felt.Some(10, "I love", day: 8), .. Felt.Some(12, "I hate", day: 9), .. Felt.Some(11, "I love", day: 9), .. Felt.Some(10, "and", day: 9), .. Felt.Some(2, "I love", day: 10),
                .. Felt.Some(40, "I love", day: 11), .. Felt.Some(30, "and", day: 11), .. Felt.Some(50, "I hate", day: 11),
            ]));

        var (days, hours) = (await ListeningRun.TimelineAsync(engine, "day"), await ListeningRun.TimelineAsync(engine, "hour"));

        Assert.Equal(("value", "suppressed"), (Felt.Text(days, "sentiment"), Felt.Text(hours, "sentiment")));
        Assert.All(hours.GetProperty("rows").EnumerateArray(), row => Assert.Equal(JsonValueKind.Null, row.GetProperty("sentiment").ValueKind));
        var rows = days.GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal([40, 30, 50, 0, 120, 120], Felt.Of(rows[3].GetProperty("sentiment"), "positive", "neutral", "negative", "mixed", "analysed", "of"));
        // The tenth has two, and the eighth is the next: who knows the whole would know them.
        Assert.All([rows[0], rows[2]], row => Assert.Equal(JsonValueKind.Null, row.GetProperty("sentiment").GetProperty("positive").ValueKind));
        Assert.Equal(33, rows[1].GetProperty("sentiment").GetProperty("analysed").GetInt64());
        Assert.Contains("sentiment/analysed", rows[2].GetProperty("suppressed").EnumerateArray().Select(name => name.GetString()));
    }
}
