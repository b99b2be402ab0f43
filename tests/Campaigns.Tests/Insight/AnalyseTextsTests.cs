using Campaigns.Channels;
using Campaigns.Insight;
using Campaigns.Listening;
using Campaigns.Listening.Search;
using Campaigns.Listening.Texts;
using Campaigns.Planning;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Insight;

public sealed class AnalyseTextsTests(AzuriteFixture azurite)
{
    private readonly Feelings feelings = new();

    [Fact]
    public async Task Each_mention_counts_once_however_often_it_is_handed_in_or_delivered()
    {
        await using var engine = await StartAsync();
        var campaign = await SampleCampaign.PutAsync(engine);
        var lines = Line.Join(Line.Of("1", "I love #MissingType"), Line.Of("2", "I hate #MissingType"), Line.Of("3", "#MissingType, both"), Line.Of("4", "so #NationalBloodWeek", kind: "share"));
        await ListeningRun.PostAsync(engine, lines);

        foreach (var message in await AnalysingRun.TakeAsync(engine))
        {
            await AnalysingRun.DeliverAsync(engine, message);
            await AnalysingRun.DeliverAsync(engine, message);
        }

        await ListeningRun.PostAsync(engine, Line.Join(lines, Line.Of("5", "I love #MissingType")));
        await AnalysingRun.AnalyseAsync(engine);

        Assert.Equal(
            new InsightCounts { Positive = 2, Negative = 1, Mixed = 1, Neutral = 1, Confidence = 5 * 750 },
            await AnalysingRun.TotalsAsync(engine, campaign.Generation));
        Assert.Equal(5, feelings.Asked);
    }

    [Fact]
    public async Task What_waits_in_the_queue_names_nobody()
    {
        await using var engine = await StartAsync();
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, """
            {"channel":"x","id":"607900000000000001","createdAt":"2015-06-08T10:00:00Z","text":"Ring me on 07700 900123 or jo.bloggs@example.org, NHS 943 476 5919 #MissingType","author":{"id":"author-4711","handle":"jo_bloggs"},"url":"https://x.example/status/1","language":"en-GB"}
            """);

        var message = Assert.Single(await AnalysingRun.TakeAsync(engine));

        var batch = TextsMessage.Read(message.Body);
        var text = Assert.Single(batch.Texts);
        Assert.Equal(("x", 1UL, 0UL, "en"), (text.Channel, text.Tags, text.Topics, text.Language));
        Assert.EndsWith("#MissingType", text.Text, StringComparison.Ordinal);
        foreach (var secret in new[] { "07700", "900123", "bloggs", "943 476", "5919", "607900000000000001", "4711", "x.example" })
        {
            Assert.DoesNotContain(secret, message.Body.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secret, text.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_campaigns_own_and_look_alikes_are_left_out_and_topics_are_analysed_without_hashtag()
    {
        await using var engine = await StartAsync();
        var campaign = await SampleCampaign.PutAsync(engine, json: SampleCampaign.Json.Replace(
            "\"plan\"", """ "topics": [{ "id": "giving", "any": ["give blood"] }], "plan" """, StringComparison.Ordinal));

        await ListeningRun.PostAsync(engine, Line.Join(
            Line.Of("1", "I love #MissingType", channel: "bluesky", author: "nhsbt.example"), Line.Of("2", "#MissingТype"), Line.Of("3", "I hate to give blood"), Line.Of("4", "nothing of it")));
        await AnalysingRun.AnalyseAsync(engine);

        var group = Assert.Single((await engine.Get<InsightTable>().ReadDaysAsync("missing-type", campaign.Generation, default))[0].Groups);
        Assert.Equal((new InsightGroup("x", 0, 1, "en"), 1, 1), (group.Key, group.Value.Negative, group.Value.LookedAt));
    }

    [Fact]
    public async Task What_comes_when_the_campaign_no_longer_listens_is_dropped()
    {
        await using var engine = await StartAsync();
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Line.Of("1"));
        var message = Assert.Single(await AnalysingRun.TakeAsync(engine));
        var batch = TextsMessage.Read(message.Body);
        await engine.Get<CampaignTable>().UpdateAsync(campaign with { Archived = true }, default);

        await AnalysingRun.DeliverAsync(engine, message);

        Assert.Equal((campaign.Generation, 0), (batch.Hour.Generation, feelings.Asked));
        Assert.Empty(await AnalysingRun.RowsAsync(engine));
    }

    [Fact]
    public async Task What_a_search_finds_is_analysed_like_what_is_handed_in()
    {
        await using var engine = await StartAsync();
        var campaign = await SampleCampaign.PutAsync(engine);
        var item = new FoundItem { Id = "at://1", CreatedAt = new DateTimeOffset(2015, 6, 8, 10, 0, 0, TimeSpan.Zero), Text = "I love #MissingType, says jo@example.org", Language = "cy-GB" };
        await engine.Get<SearchIntake>().TakeAsync(await engine.Get<CampaignIndex>().CurrentAsync(default), "bluesky", [item], 0, [], default);

        var message = Assert.Single(await AnalysingRun.AnalyseAsync(engine));

        Assert.DoesNotContain("example.org", TextsMessage.Read(message.Body).Texts[0].Text, StringComparison.Ordinal);
        Assert.Equal(new InsightCounts { NotOffered = 1 }, await AnalysingRun.TotalsAsync(engine, campaign.Generation));
    }

    [Fact]
    public async Task Who_writes_nothing_but_the_hashtag_feels_nothing_and_nobody_is_asked()
    {
        await using var engine = await StartAsync();
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Line.Join(Line.Of("1", "#MissingType"), Line.Of("2", "I love #MissingType"), Line.Of("3", "#MissingType  #NationalBloodWeek")));

        await AnalysingRun.AnalyseAsync(engine);

        Assert.Equal(
            (new InsightCounts { Positive = 1, Neutral = 2, Confidence = 2_750 }, 1),
            (await AnalysingRun.TotalsAsync(engine, campaign.Generation), feelings.Asked));
    }

    private Task<TestEngine> StartAsync() => AnalysingRun.StartAsync(azurite, feelings);
}
