using Campaigns.EndToEnd.Support;
using Campaigns.Insight;
using Campaigns.Listening.Retention;
using Campaigns.Planning;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Insight.Language;

public sealed class InsightBudgetTests(AzuriteFixture azurite)
{
    private static readonly (string, string?) OnePound = ("Insight:PricePerThousandRecords", "1");
    private static readonly (string, string?) InPounds = ("Insight:PriceCurrency", "GBP");

    [Fact]
    public async Task Several_workers_at_once_stop_exactly_at_the_budget()
    {
        await using var rig = await LanguageRig.StartAsync(azurite, """, "budget": { "textRecords": { "sentiment": 100, "keyPhrases": 40 } }""");
        // In the campaign's last hour what is left is there to be used.
        rig.Clock.Set(rig.Campaign.EndsAt.ToDateTimeOffset().AddHours(-1));
        IAnalyser[] workers = [rig.Engine.Get<IAnalyser>(), await rig.WorkerAsync(), await rig.WorkerAsync()];

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(batch => workers[batch % 3].AnalyseAsync(rig.Campaign, LanguageRig.Texts(10, batch * 10), default)));

        var texts = answers.SelectMany(answer => answer.Texts).ToList();
        Assert.Equal(100, texts.Count(text => text.Status == InsightStatus.Analysed));
        Assert.Equal(200, texts.Count(text => text.Status == InsightStatus.OverBudget));
        Assert.Equal(100, rig.Service.TextsOf("SentimentAnalysis").Count());
        Assert.Equal(40, rig.Service.TextsOf("KeyPhraseExtraction").Count());
        var insight = await rig.InsightAsync();
        Assert.Equal("""{"limit":100,"spent":100,"left":0}""", insight.GetProperty("textRecords").GetProperty("sentiment").GetRawText());
        Assert.Equal("""{"limit":40,"spent":40,"left":0}""", insight.GetProperty("textRecords").GetProperty("keyPhrases").GetRawText());
        Assert.Equal("""{"sentiment":0,"unknownLanguage":0,"phrases":0}""", insight.GetProperty("sample").GetRawText());
        Assert.Equal(300, insight.GetProperty("texts").GetInt64());
    }

    [Fact]
    public async Task Who_says_nothing_is_in_the_sample_as_often_as_anybody_and_costs_nothing()
    {
        await using var rig = await LanguageRig.StartAsync(azurite, """, "budget": { "textRecords": { "sentiment": 500 } }""");
        await rig.AnalyseAsync(LanguageRig.Texts(100));

        var texts = (await rig.AnalyseAsync([.. LanguageRig.Texts(300, 100), .. Enumerable.Range(400, 300).Select(number => LanguageRig.Text("", (ulong)number))])).Texts;

        var (speaking, silent) = (texts.Take(300).Count(text => text.Status == InsightStatus.Analysed), texts.Skip(300).Count(text => text.Status == InsightStatus.Analysed));
        Assert.InRange(speaking, 5, 250);
        Assert.InRange(silent, speaking / 2.0, speaking * 2.0);
        Assert.All(texts.Skip(300), text => Assert.True(text is { Status: InsightStatus.OverBudget } or { Sentiment: Sentiment.Neutral }));
        Assert.DoesNotContain("", rig.Service.TextsOf("SentimentAnalysis"));
        Assert.All((await rig.AnalyseAsync([LanguageRig.Text("", 1)])).Texts, text => Assert.NotEqual(InsightStatus.NotOffered, text.Status));

        await using var poor = await LanguageRig.StartAsync(azurite, """, "budget": { "textRecords": { "sentiment": 0 } }""");
        Assert.Equal(InsightStatus.OverBudget, (await poor.AnalyseAsync("")).Status);
    }

    [Fact]
    public async Task Money_is_spent_by_the_text_record_of_each_feature_and_never_past_the_budget()
    {
        await using var rig = await LanguageRig.StartAsync(
            azurite, """, "budget": { "money": { "amount": 10, "insight": 0.02, "currency": "GBP" } }""", OnePound, InPounds, ("Insight:Prices:Sentiment:PerThousandRecords", "2"));
        rig.Clock.Set(rig.Campaign.EndsAt.ToDateTimeOffset().AddHours(-1));

        // Sentiment 0.002, personal data 0.001 and phrases 0.001: five texts.
        var texts = (await rig.AnalyseAsync(LanguageRig.Texts(8))).Texts;

        Assert.Equal(5, texts.Count(text => text.Status == InsightStatus.Analysed));
        Assert.Equal("""{"limit":0.02,"spent":0.020,"left":0.000,"currency":"GBP"}""", (await rig.InsightAsync()).GetProperty("money").GetRawText());
        Assert.All((await rig.AnalyseAsync(LanguageRig.Texts(8, 100))).Texts, text => Assert.Equal(InsightStatus.OverBudget, text.Status));
    }

    [Fact]
    public async Task A_budget_in_money_without_a_price_or_in_another_currency_spends_nothing_and_says_why()
    {
        const string budget = """, "budget": { "money": { "amount": 10, "currency": "GBP" } }""";
        await using var rig = await LanguageRig.StartAsync(azurite, budget);
        Assert.Equal(InsightStatus.OverBudget, (await rig.AnalyseAsync("good")).Status);
        Assert.Contains("Insight__PricePerThousandRecords", (await rig.InsightAsync()).GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Empty(rig.Service.Requests);

        await using var other = await LanguageRig.StartAsync(azurite, budget, OnePound);
        Assert.Equal(InsightStatus.OverBudget, (await other.AnalyseAsync("good")).Status);
        Assert.Equal("The service's prices are in USD and the campaign's budget is in GBP: put a budget in USD.", (await other.InsightAsync()).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Money_that_is_for_searches_too_is_not_spent_before_it_is_said_which_part()
    {
        (string, string?)[] paid = [OnePound, InPounds, ("Mastodon:Instances:0:Url", "https://social.example/"), ("Listening:Prices:mastodon:PerCall", "0.01")];
        await using var rig = await LanguageRig.StartAsync(azurite, """, "budget": { "money": { "amount": 10, "currency": "GBP" } }""", paid);
        Assert.Equal(InsightStatus.OverBudget, (await rig.AnalyseAsync("good")).Status);
        Assert.Contains("budget.money.insight", (await rig.InsightAsync()).GetProperty("reason").GetString(), StringComparison.Ordinal);

        await using var said = await LanguageRig.StartAsync(azurite, """, "budget": { "money": { "amount": 10, "insight": 4, "currency": "GBP" } }""", paid);
        Assert.Equal(InsightStatus.Analysed, (await said.AnalyseAsync("good")).Status);
        Assert.Equal((6, 4m), (said.Campaign.Budget.Money, said.Campaign.Budget.InsightMoney));
    }

    [Fact]
    public async Task Where_languages_may_not_be_found_out_texts_that_say_theirs_are_analysed_all_the_same()
    {
        await using var rig = await LanguageRig.StartAsync(azurite, """, "budget": { "textRecords": { "language": 0, "keyPhrases": 0 } }""");

        var texts = (await rig.AnalyseAsync([LanguageRig.Text("good a", 1), LanguageRig.Text("good b", 2, null), LanguageRig.Text("good c", 3)])).Texts;

        Assert.Equal([InsightStatus.Analysed, InsightStatus.OverBudget, InsightStatus.Analysed], texts.Select(text => text.Status));
        Assert.Equal(["SentimentAnalysis"], rig.Service.Requests.Select(request => (string)request.Body["kind"]!));
        Assert.Equal("""{"sentiment":1,"unknownLanguage":0,"phrases":0}""", (await rig.InsightAsync()).GetProperty("sample").GetRawText());
    }

    [Fact]
    public async Task A_worker_that_dies_after_it_set_aside_leaves_it_spent()
    {
        await using var rig = await LanguageRig.StartAsync(azurite, """, "budget": { "textRecords": 10 }""");
        rig.Clock.Set(rig.Campaign.EndsAt.ToDateTimeOffset().AddHours(-1));
        Assert.DoesNotContain(rig.Log, line => line.Contains("of the budget of campaign", StringComparison.Ordinal));
        rig.Service.Instead = (_, context) =>
        {
            context.Abort();
            return Task.FromResult<Microsoft.AspNetCore.Http.IResult?>(null);
        };
        await Assert.ThrowsAnyAsync<Exception>(() => rig.AnalyseAsync(LanguageRig.Texts(6)));

        rig.Service.Instead = (_, _) => Task.FromResult<Microsoft.AspNetCore.Http.IResult?>(null);
        Assert.Equal(4, (await rig.AnalyseAsync(LanguageRig.Texts(6))).Texts.Count(text => text.Status == InsightStatus.Analysed));
        Assert.Contains(rig.Log, line => line.Contains("The analysis of texts has spent 100% of the budget of campaign missing-type.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_neither_made_twice_nor_forgotten()
    {
        await using var rig = await LanguageRig.StartAsync(azurite);
        await rig.AnalyseAsync(LanguageRig.Texts(3));
        var lost = 0;
        var port = new Uri(azurite.ConnectionString.Split(';').Single(part => part.StartsWith("TableEndpoint=", StringComparison.Ordinal))["TableEndpoint=".Length..]).Port;
        await using var proxy = await PassingProxy.StartAsync(port, onWayBack: passing =>
            Task.FromResult<Fate>(!(passing.Method == "PUT" && passing.Path.Contains("ledger", StringComparison.Ordinal) && Interlocked.Increment(ref lost) <= 2)));
        var worker = await rig.WorkerAsync(azurite.ConnectionString.Replace($":{port}/", $":{proxy.Address.Port}/", StringComparison.Ordinal));
        // The first write sets aside, the second gives back what was refused.
        rig.Instead("SentimentAnalysis", 1, context => LanguageRig.Throttled(context, "60"));

        await Assert.ThrowsAsync<RetryLaterException>(() => worker.AnalyseAsync(rig.Campaign, LanguageRig.Texts(5, 100), default));

        Assert.True(lost >= 2);
        Assert.Equal(3, await rig.SpentAsync("sentiment"));
        Assert.Equal(5, (await worker.AnalyseAsync(rig.Campaign, LanguageRig.Texts(5, 100), default)).Texts.Count(text => text.Status == InsightStatus.Analysed));
        Assert.Equal(8, await rig.SpentAsync("sentiment"));
    }

    [Fact]
    public async Task What_was_spent_is_told_when_the_retention_is_over_too()
    {
        await using var rig = await LanguageRig.StartAsync(azurite, "", OnePound, ("Retention:KnownAfter", "00:00:00"), ("Retention:SecondPassAfter", "00:00:00"));
        await rig.AnalyseAsync(LanguageRig.Texts(6));
        var before = await rig.InsightAsync();
        rig.Clock.Set(rig.Campaign.RetentionEndsAt.ToDateTimeOffset());

        await rig.Engine.Function<EndRetention>().Run(null!, default);

        Assert.NotNull((await rig.Engine.Get<CampaignTable>().FindAsync(rig.Campaign.Id, default))!.PurgedAt);
        var after = await rig.InsightAsync();
        Assert.Equal((6, 6), (before.GetProperty("texts").GetInt64(), await rig.SpentAsync("sentiment")));
        Assert.All(["texts", "textRecords", "money"], name => Assert.Equal(before.GetProperty(name).GetRawText(), after.GetProperty(name).GetRawText()));
    }

    [Fact]
    public async Task The_embedded_analyser_costs_nothing_and_an_unknown_campaign_is_not_found()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        var known = await Ask(engine, "missing-type");
        Assert.Equal((200, "embedded"), (known.Status, known.Json.GetProperty("analyser").GetString()));
        Assert.Equal("""{"limit":null,"spent":0,"left":null,"currency":"USD"}""", known.Json.GetProperty("money").GetRawText());
        Assert.Equal(404, (await Ask(engine, "nobody")).Status);

        static Task<Answer> Ask(TestEngine engine, string id)
        {
            var request = Call.Request(engine, "GET", $"/api/campaigns/{id}/insight");
            return Call.AnswerAsync(request, engine.Function<Campaigns.Insight.Language.GetInsight>().Run(request, id, default));
        }
    }
}
