using System.Net;
using System.Text.Json;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Http;

namespace Campaigns.EndToEnd;

/// <summary>Azure AI Language behind the engine as people run it; the service is a server that holds every request to its contract.</summary>
[Collection(EngineTests.Name)]
public sealed class LanguageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Texts_go_to_the_service_without_personal_data_within_the_budget_and_nothing_of_them_is_logged()
    {
        await using var service = await LanguageContract.StartAsync(LanguageModel.Results);
        var (asked, refused) = (0, 0);
        service.Instead = (body, context) =>
        {
            if (Interlocked.Increment(ref asked) > 1)
            {
                return Task.FromResult<IResult?>(null);
            }

            // The first request of all comes too early.
            refused = body["analysisInput"]!["documents"]!.AsArray().Count;
            context.Response.Headers.RetryAfter = "1";
            return Task.FromResult<IResult?>(LanguageContract.Refuse(429, "TooManyRequests", null, "Rate limit is exceeded."));
        };
        await using var engine = await EngineProcess.StartAsync(
            new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix()),
            new Dictionary<string, string>
            {
                ["Insight__Endpoint"] = service.Endpoint.AbsoluteUri,
                ["Insight__Key"] = LanguageContract.Key,
                ["Insight__PricePerThousandRecords"] = "1",
                ["Insight__PriceCurrency"] = "GBP",
            });
        // Sentiment, personal data and phrases at 0.001 each: enough for 25 texts in a known language.
        await engine.CreateAsync("api/campaigns/give-blood", SampleCampaign.Json.TrimEnd()[..^1] + """, "budget": { "money": { "amount": 0.075, "currency": "GBP" } } }""");
        var lines = string.Join('\n', Enumerable.Range(0, 60).Select(number => JsonSerializer.Serialize(new
        {
            channel = "x",
            id = $"{number}",
            createdAt = "2015-06-10T10:00:00Z",
            text = $"Good nurses in queue {number}, ring 07700 900123 #MissingType",
            language = "en",
            author = new { id = $"pseudonym{number}", followers = 10 },
        })));

        Assert.Equal(HttpStatusCode.Accepted, (await engine.PostAsync("api/mentions", lines, Requests.Ndjson)).Status);
        var results = (await Eventually.ComesAsync(
            () => engine.GetAsync("api/campaigns/give-blood/results"),
            answer => answer.Json.GetProperty("sentiment").GetProperty("of") is { ValueKind: JsonValueKind.Number } of && of.GetInt32() == 60
                && answer.Json.GetProperty("sentiment").GetProperty("notLookedAt").GetInt32() == 0,
            answer => $"The texts were not analysed: {answer.Text}")).Json;

        var sentiment = results.GetProperty("sentiment");
        var insight = (await engine.GetAsync("api/campaigns/give-blood/insight")).Json;
        Assert.Equal("azure-ai-language", sentiment.GetProperty("analyser").GetString());
        Assert.Equal(LanguageModel.Version, sentiment.GetProperty("version").GetString());
        var analysed = sentiment.GetProperty("analysed").GetInt32();
        // A sample of 25 of 60, give or take: which texts are in it follows from the campaign's random key.
        Assert.InRange(analysed, 8, 27);
        Assert.Equal(60 - analysed, sentiment.GetProperty("overBudget").GetInt32());
        Assert.InRange(insight.GetProperty("money").GetProperty("spent").GetDecimal(), 0.024m, 0.075m);
        Assert.Equal(
            insight.GetProperty("money").GetProperty("spent").GetDecimal(),
            (service.TextsOf("SentimentAnalysis").Count() + service.TextsOf("PiiEntityRecognition").Count() + service.TextsOf("KeyPhraseExtraction").Count()
                - refused) * 0.001m);
        Assert.All(service.Requests, request => Assert.True((bool)request.Body["parameters"]!["loggingOptOut"]!));
        foreach (var hidden in new[] { "900123", "pseudonym" })
        {
            Assert.DoesNotContain(service.Requests, request => request.Body.ToJsonString().Contains(hidden, StringComparison.Ordinal));
        }

        foreach (var hidden in new[] { "queue 1", "900123", "pseudonym", LanguageContract.Key })
        {
            Assert.DoesNotContain(hidden, engine.Log, StringComparison.Ordinal);
        }
    }
}
