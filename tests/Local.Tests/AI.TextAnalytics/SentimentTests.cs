using System.Text.Json.Nodes;
using Azure;
using Azure.AI.TextAnalytics;
using Campaigns.TestSupport;

namespace Campaigns.Local.Tests.AI.TextAnalytics;

public class SentimentTests
{
    private const string Calm = """
        {"id":"b","sentiment":"neutral","confidenceScores":{"positive":0.1,"neutral":0.8,"negative":0.1},"sentences":[],
         "statistics":{"charactersCount":4,"transactionsCount":1},
         "warnings":[{"code":"LongWordsInDocument","message":"One word was cut."}]}
        """;

    private const string Glad = """
        {"id":"a","sentiment":"mixed","confidenceScores":{"positive":0.6,"neutral":0.1,"negative":0.3},"warnings":[],
         "statistics":{"charactersCount":34,"transactionsCount":1},
         "sentences":[
           {"sentiment":"positive","confidenceScores":{"positive":1,"neutral":0,"negative":0},"offset":0,"length":12,"text":"Kind nurses!",
            "targets":[{"sentiment":"positive","confidenceScores":{"positive":0.99,"negative":0.01},"offset":5,"length":6,"text":"nurses",
                        "relations":[{"relationType":"assessment","ref":"#/documents/0/sentences/0/assessments/0"},{"relationType":"target","ref":"#/documents/0/sentences/1/targets/0"}]}],
            "assessments":[{"sentiment":"positive","confidenceScores":{"positive":0.99,"negative":0.01},"offset":0,"length":4,"text":"Kind","isNegated":false}]},
           {"sentiment":"negative","confidenceScores":{"positive":0,"neutral":0.2,"negative":0.8},"offset":13,"length":21,"text":"The wait was no joke.",
            "targets":[{"sentiment":"negative","confidenceScores":{"positive":0,"negative":1},"offset":17,"length":4,"text":"wait",
                        "relations":[{"relationType":"assessment","ref":"#/documents/0/sentences/1/assessments/0"}]}],
            "assessments":[{"sentiment":"negative","confidenceScores":{"positive":0,"negative":1},"offset":26,"length":7,"text":"no joke","isNegated":true}]}]}
        """;

    private const string Refused = """{"id":"c","error":{"code":"InvalidArgument","message":"Invalid document.","innererror":{"code":"InvalidDocument","message":"The document is empty.","target":"c"}}}""";

    private const string Three = $$"""
        {"documents":[{{Calm}},{{Glad}}],"errors":[{{Refused}}],"modelVersion":"2022-11-01",
         "statistics":{"documentsCount":3,"validDocumentsCount":2,"erroneousDocumentsCount":1,"transactionsCount":2} }
        """;

    [Fact]
    public async Task A_batch_answers_in_the_order_it_was_asked_with_an_error_for_the_document_that_has_one()
    {
        await using var service = await LanguageContract.StartAsync(Three);
        var client = new TextAnalyticsClient(service.Endpoint, new AzureKeyCredential(LanguageContract.Key));
        TextDocumentInput[] documents = [new("a", "Kind nurses! The wait was no joke."), new("c", ""), new("b", "Wait") { Language = "de" }];

        var results = (await client.AnalyzeSentimentBatchAsync(documents, new AnalyzeSentimentOptions { IncludeOpinionMining = true, IncludeStatistics = true, DisableServiceLogs = true, ModelVersion = "latest" })).Value;

        Assert.Equal(["a", "c", "b"], results.Select(result => result.Id));
        Assert.Equal([false, true, false], results.Select(result => result.HasError));
        Assert.Equal(("InvalidDocument", "The document is empty.", "c"), ($"{results[1].Error.ErrorCode}", results[1].Error.Message, results[1].Error.Target));
        Assert.Contains("InvalidDocument", Assert.Throws<InvalidOperationException>(() => results[1].DocumentSentiment).Message, StringComparison.Ordinal);
        Assert.Equal((3, 2, 1, 2L, "2022-11-01"), (results.Statistics.DocumentCount, results.Statistics.ValidDocumentCount, results.Statistics.InvalidDocumentCount, results.Statistics.TransactionCount, results.ModelVersion));
        Assert.Equal((34, 1), (results[0].Statistics.CharacterCount, results[0].Statistics.TransactionCount));
        Assert.Equal(TextAnalyticsWarningCode.LongWordsInDocument, $"{Assert.Single(results[2].DocumentSentiment.Warnings).WarningCode}");
        var request = Assert.Single(service.Requests);
        Assert.Equal("?api-version=2023-04-01&showStats=true", request.Query);
        Assert.True(JsonNode.DeepEquals(request.Body, JsonNode.Parse("""
            {"kind":"SentimentAnalysis",
             "parameters":{"loggingOptOut":true,"modelVersion":"latest","opinionMining":true,"stringIndexType":"Utf16CodeUnit"},
             "analysisInput":{"documents":[{"id":"a","text":"Kind nurses! The wait was no joke.","language":"en"},{"id":"c","text":"","language":"en"},{"id":"b","text":"Wait","language":"de"}]}}
            """)), $"{request.Body}");
    }

    [Fact]
    public async Task Opinions_are_followed_to_what_is_held_of_each_thing()
    {
        await using var service = await LanguageContract.StartAsync($$"""{"documents":[{{Glad}}],"errors":[],"modelVersion":"1"}""");
        var client = new TextAnalyticsClient(service.Endpoint, new AzureKeyCredential(LanguageContract.Key));

        var sentiment = (await client.AnalyzeSentimentAsync("Kind nurses! The wait was no joke.", "en", new AnalyzeSentimentOptions { IncludeOpinionMining = true })).Value;

        Assert.Equal((TextSentiment.Mixed, 0.6, 0.1, 0.3), (sentiment.Sentiment, sentiment.ConfidenceScores.Positive, sentiment.ConfidenceScores.Neutral, sentiment.ConfidenceScores.Negative));
        Assert.Equal([(TextSentiment.Positive, 0, 12), (TextSentiment.Negative, 13, 21)], sentiment.Sentences.Select(sentence => (sentence.Sentiment, sentence.Offset, sentence.Length)));
        var opinions = sentiment.Sentences.SelectMany(sentence => sentence.Opinions).ToList();
        Assert.Equal(["nurses", "wait"], opinions.Select(opinion => opinion.Target.Text));
        Assert.Equal([("Kind", false), ("no joke", true)], opinions.Select(opinion => (opinion.Assessments.Single().Text, opinion.Assessments.Single().IsNegated)));
        Assert.Equal("?api-version=2023-04-01", service.Requests.Single().Query);
    }

    [Fact]
    public async Task A_single_document_that_cannot_be_analysed_is_thrown_with_its_own_code()
    {
        await using var service = await LanguageContract.StartAsync($$"""{"documents":[],"errors":[{{Refused}}],"modelVersion":"1"}""");
        var client = new TextAnalyticsClient(service.Endpoint, new AzureKeyCredential(LanguageContract.Key));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => client.AnalyzeSentimentAsync("…"));

        Assert.Equal("InvalidDocument", refused.ErrorCode);
        Assert.StartsWith("The document is empty.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_options_texts_are_numbered_and_in_the_clients_language()
    {
        await using var service = await LanguageContract.StartAsync("""{"documents":[],"errors":[],"modelVersion":"1"}""");
        var client = new TextAnalyticsClient(service.Endpoint, new AzureKeyCredential(LanguageContract.Key), new TextAnalyticsClientOptions { DefaultLanguage = "cy" });

        var results = client.AnalyzeSentimentBatch(["un", "dau"]).Value;
        _ = client.AnalyzeSentimentBatch(["one"], "en", new TextAnalyticsRequestOptions { IncludeStatistics = true });

        Assert.Empty(results);
        Assert.Null(results.Statistics);
        Assert.True(JsonNode.DeepEquals(service.Requests[0].Body, JsonNode.Parse("""
            {"kind":"SentimentAnalysis","parameters":{"stringIndexType":"Utf16CodeUnit"},
             "analysisInput":{"documents":[{"id":"0","text":"un","language":"cy"},{"id":"1","text":"dau","language":"cy"}]}}
            """)), $"{service.Requests[0].Body}");
        Assert.Equal(["?api-version=2023-04-01&showStats=false", "?api-version=2023-04-01&showStats=true"], service.Requests.Select(request => request.Query));
    }
}
