using System.Globalization;
using System.Text.Json;
using Campaigns.Listening.Retention;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results;

public sealed class SentimentTests(AzuriteFixture azurite)
{
    private static readonly string WithTopics = SampleCampaign.Json.Replace(
        "\"plan\"", """ "topics": [{ "id": "giving", "any": ["give blood"] }], "plan" """, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_felt_stands_with_its_base_its_analyser_and_how_much_of_all_it_is()
    {
        await using var engine = await Felt.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Felt.Some(10, "I love"), .. Felt.Some(7, "I hate"), .. Felt.Some(6, "both"), .. Felt.Some(9, "and"), .. Felt.Some(2, "refused"), .. Felt.Some(20, "dear"), Line.Of("own", channel: "bluesky", author: "nhsbt.example")]));

        var sentiment = results.GetProperty("sentiment");
        Assert.Equal(
            [10, 9, 7, 6, 32, 54, 0, 2, 20, 0],
            Felt.Of(sentiment, "positive", "neutral", "negative", "mixed", "analysed", "of", "notOffered", "failed", "overBudget", "notLookedAt"));
        Assert.Equal(("words", "1", "words 1"), (sentiment.GetProperty("analyser").GetString(), sentiment.GetProperty("version").GetString(), sentiment.GetProperty("analysers")[0].GetString()));
        // 32 of 52 that could be asked.
        Assert.Equal(10.85, sentiment.GetProperty("marginOfError").GetDouble());
        Assert.Equal(0.75, sentiment.GetProperty("confidence").GetDouble());
        var figure = results.GetProperty("figures").GetProperty("/sentiment/positive");
        Assert.Equal(("value", "sentiment@1", "words", 0.5926), (Felt.Text(figure, "status"), Felt.Text(figure, "definition"), Felt.Text(figure, "source"), figure.GetProperty("coverage").GetDouble()));
        Assert.Equal(JsonValueKind.String, figure.GetProperty("asOf").ValueKind);
    }

    [Fact]
    public async Task Its_moment_is_when_the_totals_were_last_added_to_however_late_they_are_read()
    {
        var clock = TestClock.At("2015-06-12T12:00:00Z");
        await using var engine = await Felt.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine);
        var first = AsOf(await ListeningRun.ResultsAfterAsync(engine, Line.Join([.. Felt.Some(10, "I love"), .. Felt.Some(10, "\"waiting\"", day: 9)])));
        var last = AsOf(await ListeningRun.ResultsAfterAsync(engine, Line.Join(Felt.Some(9, "I hate"))));
        Assert.True(last > first);

        clock.Set(DateTimeOffset.Parse("2015-12-01T00:00:00Z", CultureInfo.InvariantCulture));
        await engine.Function<EndRetention>().Run(null!, default);

        Assert.NotEqual(JsonValueKind.Null, (await SampleCampaign.GetAsync(engine)).Json.GetProperty("closedAt").ValueKind);
        Assert.Equal(last, AsOf(await ListeningRun.ResultsAsync(engine)));

        static DateTimeOffset AsOf(JsonElement results) => Assert.Single(
            new[] { "/sentiment/positive", "/sentiment/byChannel/x/analysed", "/languages/en", "/phrases/waiting" }
                .Select(pointer => results.GetProperty("figures").GetProperty(pointer).GetProperty("asOf").GetDateTimeOffset()).Distinct());
    }

    [Fact]
    public async Task Parts_of_few_mentions_are_hidden_and_the_campaigns_own_figures_never()
    {
        await using var engine = await Felt.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, json: WithTopics);

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Felt.Some(30, "I love"), .. Felt.Some(20, "I hate", channel: "mastodon"), .. Felt.Some(40, "I love", channel: "facebook"), Line.Of("one", "I hate #MissingType", channel: "bluesky"), Line.Of("two", "I hate to give blood")]));

        var (sentiment, figures) = (results.GetProperty("sentiment"), results.GetProperty("figures"));
        Assert.Equal([70, 0, 21, 0, 91], Felt.Of(sentiment, "positive", "neutral", "negative", "mixed", "analysed"));
        Assert.Equal([40L, 40L], Felt.Of(sentiment.GetProperty("byChannel").GetProperty("facebook"), "positive", "analysed"));
        foreach (var pointer in new[] { "byChannel/bluesky/negative", "byChannel/bluesky/analysed", "byChannel/mastodon/negative", "byTopic/giving/negative", "byTopic/giving/analysed" })
        {
            Assert.Equal("suppressed", Felt.Text(figures.GetProperty($"/sentiment/{pointer}"), "status"));
        }

        Assert.Equal(1, sentiment.GetProperty("byChannel").GetProperty("bluesky").GetProperty("of").GetInt64());
    }

    [Fact]
    public async Task A_language_that_nothing_is_offered_for_is_not_neutral()
    {
        await using var engine = await Felt.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(Enumerable.Range(0, 8).Select(number => Felt.InLanguage($"{number}", "cy-GB"))));

        Assert.Equal([0, 8], Felt.Of(results.GetProperty("sentiment"), "analysed", "notOffered"));
        Assert.Equal(JsonValueKind.Null, results.GetProperty("sentiment").GetProperty("neutral").ValueKind);
        Assert.Equal("not_offered", Felt.Text(results.GetProperty("figures").GetProperty("/sentiment/neutral"), "status"));
        Assert.Equal("""{"cy":8}""", results.GetProperty("languages").GetRawText());
    }

    [Fact]
    public async Task A_language_of_few_mentions_is_hidden_wherever_it_stands_and_the_least_of_the_others_with_it()
    {
        await using var engine = await Felt.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Enumerable.Range(0, 3).Select(number => Felt.InLanguage($"{number}", "cy-GB")), .. Enumerable.Range(0, 7).Select(number => Felt.InLanguage($"p{number}", "pl")), .. Felt.Some(30, "I love")]));

        var (languages, parts, figures) = (results.GetProperty("languages"), results.GetProperty("sentiment").GetProperty("byLanguage"), results.GetProperty("figures"));
        Assert.Equal("""{"en":30,"cy":null,"pl":null}""", languages.GetRawText());
        Assert.Equal(new[] { 30L, 30L }, Felt.Of(parts.GetProperty("en"), "analysed", "of"));
        foreach (var (language, name) in from language in new[] { "cy", "pl" } from name in parts.GetProperty(language).EnumerateObject() select (language, name))
        {
            Assert.Equal((JsonValueKind.Null, "suppressed"), (name.Value.ValueKind, Felt.Text(figures.GetProperty($"/sentiment/byLanguage/{language}/{name.Name}"), "status")));
        }
    }

    [Fact]
    public async Task What_is_not_looked_at_yet_is_told_and_not_taken_for_nothing()
    {
        await using var engine = await Felt.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.RollUpAsync(engine, Line.Join(Felt.Some(6, "I love")));

        var results = await ListeningRun.ResultsAsync(engine);

        Assert.Equal([6L, 6L], Felt.Of(results.GetProperty("sentiment"), "of", "notLookedAt"));
        Assert.Equal("not_yet", Felt.Text(results.GetProperty("figures").GetProperty("/sentiment/positive"), "status"));
    }

    [Fact]
    public async Task Phrases_stand_by_how_many_mentions_have_them()
    {
        await using var engine = await Felt.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join([.. Felt.Some(6, "\"waiting list\""), .. Felt.Some(9, "\"parking\""), .. Felt.Some(4, "\"rare thing\"")]));

        Assert.Equal("""{"parking":9,"waiting list":6}""", results.GetProperty("phrases").GetRawText());
        Assert.Equal("phrases@1", Felt.Text(results.GetProperty("figures").GetProperty("/phrases/waiting list"), "definition"));
    }
}
