using System.Net;
using Azure;
using Azure.AI.TextAnalytics;
using Azure.Core;
using Campaigns.TestSupport;

namespace Campaigns.Local.Tests.AI.TextAnalytics;

public class RefusalTests
{
    [Fact]
    public async Task A_request_that_the_service_refuses_is_thrown_with_the_innermost_code()
    {
        await using var service = await LanguageContract.StartAsync("{}");
        var client = new TextAnalyticsClient(service.Endpoint, new AzureKeyCredential(LanguageContract.Key));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => client.AnalyzeSentimentBatchAsync(Enumerable.Repeat("x", 11)));

        Assert.Equal((400, TextAnalyticsErrorCode.InvalidParameterValue), (refused.Status, refused.ErrorCode));
        Assert.StartsWith("11 documents", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_until_it_is_corrected()
    {
        await using var service = await LanguageContract.StartAsync("""{"documents":[],"errors":[],"modelVersion":"1"}""");
        var credential = new AzureKeyCredential("wrong");
        var client = new TextAnalyticsClient(service.Endpoint, credential);

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => client.ExtractKeyPhrasesBatchAsync(["x"]));
        Assert.Equal((401, "Unauthorized"), (refused.Status, refused.ErrorCode));
        credential.Update(LanguageContract.Key);
        Assert.Empty((await client.ExtractKeyPhrasesBatchAsync(["x"])).Value);
    }

    [Fact]
    public async Task A_token_is_asked_for_the_audience_and_a_busy_service_is_asked_again()
    {
        var service = new StubService((HttpStatusCode.TooManyRequests, ""), (HttpStatusCode.OK, """{"kind":"KeyPhraseExtractionResults","results":{"documents":[{"id":"0","keyPhrases":["blood"]}],"errors":[],"modelVersion":"1"}}"""));
        var options = new TextAnalyticsClientOptions(TextAnalyticsClientOptions.ServiceVersion.V2022_05_01) { Transport = service.Transport, Audience = TextAnalyticsAudience.AzureGovernment };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        var scopes = new List<string>();
        var credential = DelegatedTokenCredential.Create((request, _) =>
        {
            scopes.AddRange(request.Scopes);
            return new AccessToken("the-token", DateTimeOffset.MaxValue);
        });

        var phrases = (await new TextAnalyticsClient(new Uri("https://language.example/"), credential, options).ExtractKeyPhrasesAsync("blood")).Value;

        Assert.Equal(["blood"], phrases);
        Assert.Empty(phrases.Warnings);
        Assert.Equal(["https://cognitiveservices.azure.us/.default"], scopes.Distinct());
        Assert.All(service.Requests, request => Assert.Equal("Bearer the-token", request.Authorization));
        Assert.Equal(["https://language.example/language/:analyze-text?api-version=2022-05-01"], service.Requests.Select(request => request.Uri.AbsoluteUri).Distinct());
    }

    [Fact]
    public async Task Nothing_to_analyse_is_refused_before_anything_is_sent()
    {
        var client = new TextAnalyticsClient(new Uri("https://language.example/"), new AzureKeyCredential("key"));

        await Assert.ThrowsAsync<ArgumentException>(() => client.AnalyzeSentimentAsync(""));
        await Assert.ThrowsAsync<ArgumentException>(() => client.AnalyzeSentimentBatchAsync(Array.Empty<string>()));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.RecognizePiiEntitiesBatchAsync((IEnumerable<string>)null!));
    }

    [Fact]
    public void Results_can_be_made_for_tests_of_what_uses_them()
    {
        var sentence = TextAnalyticsModelFactory.SentenceSentiment(TextSentiment.Positive, "Well done", 1, 0, 0);
        var sentiment = TextAnalyticsModelFactory.DocumentSentiment(TextSentiment.Positive, 1, 0, 0, [sentence]);
        var results = TextAnalyticsModelFactory.AnalyzeSentimentResultCollection(
            [
                TextAnalyticsModelFactory.AnalyzeSentimentResult("0", TextAnalyticsModelFactory.TextDocumentStatistics(9, 1), sentiment),
                TextAnalyticsModelFactory.AnalyzeSentimentResult("1", TextAnalyticsModelFactory.TextAnalyticsError("InvalidDocument", "Empty.")),
            ],
            TextAnalyticsModelFactory.TextDocumentBatchStatistics(2, 1, 1, 1),
            "1");

        Assert.Equal("Well done", results[0].DocumentSentiment.Sentences.Single().Text);
        Assert.True(results[1].HasError);
        Assert.Equal(TextAnalyticsErrorCode.InvalidDocument, results[1].Error.ErrorCode);
    }
}
