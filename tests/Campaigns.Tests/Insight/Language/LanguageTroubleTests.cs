using System.Text.Json.Nodes;
using Campaigns.Insight;
using Campaigns.Insight.Language;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Tests.Insight.Language;

public sealed class LanguageTroubleTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_short_wait_that_the_service_asks_for_is_waited_and_nobody_notices()
    {
        await using var rig = await LanguageRig.StartAsync(azurite);
        rig.Instead("SentimentAnalysis", 1, context => LanguageRig.Throttled(context, "1"));

        Assert.Equal(Sentiment.Positive, (await rig.AnalyseAsync("good")).Sentiment);
        Assert.Equal(2, rig.Service.Of("SentimentAnalysis").Count());
        Assert.Equal(1, await rig.SpentAsync("sentiment"));
    }

    [Fact]
    public async Task A_long_one_puts_the_batch_off_for_as_long_and_gives_back_what_was_set_aside()
    {
        await using var rig = await LanguageRig.StartAsync(azurite);
        rig.Instead("SentimentAnalysis", 1, context => LanguageRig.Throttled(context, "57"));

        var later = await Assert.ThrowsAsync<RetryLaterException>(() => rig.AnalyseAsync([LanguageRig.Text("good", 1, null)]));

        Assert.Equal(TimeSpan.FromSeconds(57), later.Wait);
        Assert.Single(rig.Service.Of("SentimentAnalysis"));
        Assert.Equal((1, 0, 0, 0), (await rig.SpentAsync("language"), await rig.SpentAsync("sentiment"), await rig.SpentAsync("personalData"), await rig.SpentAsync("keyPhrases")));
        Assert.Equal(Sentiment.Positive, (await rig.AnalyseAsync("good")).Sentiment);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task An_answer_that_blames_the_service_is_thrown_at_once_and_stays_paid_for(int status)
    {
        await using var rig = await LanguageRig.StartAsync(azurite);
        rig.Instead("SentimentAnalysis", int.MaxValue, _ => LanguageContract.Refuse(status, "InternalServerError", null, "good secret"));

        var fault = await Assert.ThrowsAsync<LanguageServiceException>(() => rig.AnalyseAsync("good secret"));

        Assert.DoesNotContain("secret", $"{fault}{string.Concat(rig.Log)}", StringComparison.Ordinal);
        Assert.Single(rig.Service.Of("SentimentAnalysis"));
        Assert.Equal((1, 0), (await rig.SpentAsync("sentiment"), await rig.SpentAsync("keyPhrases")));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_thrown_and_stays_paid_for()
    {
        await using var rig = await LanguageRig.StartAsync(azurite, settings: ("Insight:TimeoutSeconds", "1"));
        rig.Service.Instead = async (_, context) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted);
            return null;
        };

        await Assert.ThrowsAsync<LanguageServiceException>(() => rig.AnalyseAsync("good"));
        Assert.Equal(1, await rig.SpentAsync("sentiment"));
    }

    [Fact]
    public async Task A_worker_that_is_told_to_stop_stops_and_what_it_did_not_send_is_given_back()
    {
        await using var rig = await LanguageRig.StartAsync(azurite);
        using var stop = new CancellationTokenSource();
        rig.Service.Instead = async (_, context) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return null;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rig.AnalyseAsync(LanguageRig.Texts(100), stop.Token));

        Assert.InRange(rig.Service.Requests.Count, 1, 4);
        Assert.InRange(await rig.SpentAsync("sentiment"), 10, 40);
        Assert.Equal(0, await rig.SpentAsync("keyPhrases"));
    }

    [Fact]
    public async Task A_key_that_was_revoked_is_said_and_batches_wait_until_there_is_another()
    {
        await using var rig = await LanguageRig.StartAsync(azurite);
        rig.Service.AcceptedKey = "another";

        Assert.True((await Assert.ThrowsAsync<RetryLaterException>(() => rig.AnalyseAsync("good secret"))).Wait >= TimeSpan.FromMinutes(1));

        Assert.Contains(rig.Log, line => line.Contains("401", StringComparison.Ordinal) && line.Contains("Insight__Key", StringComparison.Ordinal));
        Assert.DoesNotContain(rig.Log, line => line.Contains("secret", StringComparison.Ordinal) || line.Contains(LanguageContract.Key, StringComparison.Ordinal));
        Assert.Equal(0, await rig.SpentAsync("sentiment"));
        rig.Service.AcceptedKey = LanguageContract.Key;
        Assert.Equal(Sentiment.Positive, (await rig.AnalyseAsync("good secret")).Sentiment);
    }

    [Fact]
    public async Task One_text_that_makes_the_service_refuse_whole_requests_fails_alone()
    {
        await using var rig = await LanguageRig.StartAsync(azurite);
        rig.Service.Instead = (body, _) => Task.FromResult(
            body.ToJsonString().Contains("number 3 ", StringComparison.Ordinal) ? LanguageContract.Refuse(400, "InvalidRequest", "InvalidRequestBodyFormat", "No.") : null);

        var texts = (await rig.AnalyseAsync(LanguageRig.Texts(10))).Texts;

        Assert.Equal([3], Enumerable.Range(0, 10).Where(number => texts[number].Status == InsightStatus.Failed));
        Assert.Equal(9, texts.Count(text => text.Sentiment == Sentiment.Positive));
        Assert.InRange(rig.Service.Of("SentimentAnalysis").Count(), 2, 19);
        Assert.Equal(9, await rig.SpentAsync("sentiment"));
    }

    [Fact]
    public async Task A_service_that_refuses_every_request_is_not_asked_for_ever()
    {
        await using var rig = await LanguageRig.StartAsync(azurite);
        rig.Instead("SentimentAnalysis", int.MaxValue, _ => LanguageContract.Refuse(400, "InvalidRequest", "InvalidDocumentBatch", "No."));

        Assert.All((await rig.AnalyseAsync(LanguageRig.Texts(10))).Texts, text => Assert.Equal(InsightStatus.Failed, text.Status));
        Assert.Equal(19, rig.Service.Requests.Count);
        Assert.Equal(0, await rig.SpentAsync("sentiment"));
    }

    [Fact]
    public async Task A_model_that_does_not_exist_is_said_instead_of_failing_every_text()
    {
        await using var rig = await LanguageRig.StartAsync(azurite, settings: ("Insight:ModelVersion", "1999-01-01"));
        rig.Instead("SentimentAnalysis", 1, _ => LanguageContract.Refuse(400, "InvalidRequest", "ModelVersionIncorrect", "No."));

        await Assert.ThrowsAsync<RetryLaterException>(() => rig.AnalyseAsync("good"));
        Assert.Contains(rig.Log, line => line.Contains("Insight__ModelVersion", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_without_an_answer_or_with_two_has_failed_and_no_other_gets_its_answer()
    {
        await using var rig = await LanguageRig.StartAsync(azurite);
        rig.Service.Instead = (body, _) =>
        {
            if ((string?)body["kind"] != "SentimentAnalysis")
            {
                return Task.FromResult<IResult?>(null);
            }

            var results = JsonNode.Parse(LanguageModel.Results(body))!;
            var documents = results["documents"]!.AsArray();
            documents.Remove(documents.Single(document => (string)document!["id"]! == "0"));
            documents.Add(documents.Single(document => (string)document!["id"]! == "2")!.DeepClone());
            return Task.FromResult<IResult?>(TypedResults.Json(new JsonObject { ["kind"] = "SentimentAnalysisResults", ["results"] = results }));
        };

        var texts = (await rig.AnalyseAsync([LanguageRig.Text("good a", 1), LanguageRig.Text("bad b", 2), LanguageRig.Text("good c", 3), LanguageRig.Text("d", 4)])).Texts;

        Assert.Equal([(InsightStatus.Failed, null), (InsightStatus.Analysed, Sentiment.Negative), (InsightStatus.Failed, null), (InsightStatus.Analysed, Sentiment.Neutral)], texts.Select(text => (text.Status, text.Sentiment)));
    }

    [Fact]
    public async Task An_answer_for_a_document_that_nobody_asked_about_is_nobodys()
    {
        await using var rig = await LanguageRig.StartAsync(azurite);
        rig.Instead("SentimentAnalysis", 1, _ => TypedResults.Text(
            """{"kind":"SentimentAnalysisResults","results":{"documents":[{"id":"7","sentiment":"positive","confidenceScores":{"positive":1,"neutral":0,"negative":0},"sentences":[],"warnings":[]}],"errors":[],"modelVersion":"1"}}""",
            "application/json"));

        Assert.Equal((InsightStatus.Failed, null), await rig.AnalyseAsync("good") is var text ? (text.Status, text.Sentiment) : default);
    }

    [Theory]
    [InlineData("""{"kind":"SentimentAnalysisResults","results":{"documents":[{"id":"0","senti""")]
    [InlineData("""{"kind":"SentimentAnalysisResults","results":{"documents":[{"id":"0","sentiment":"ecstatic secret","confidenceScores":{"positive":1,"neutral":0,"negative":0},"sentences":[],"warnings":[]}],"errors":[],"modelVersion":"1"}}""")]
    [InlineData("<html>good secret</html>")]
    public async Task An_answer_that_makes_no_sense_is_thrown_and_quoted_nowhere(string answer)
    {
        await using var rig = await LanguageRig.StartAsync(azurite);
        rig.Instead("SentimentAnalysis", 1, _ => TypedResults.Text(answer, "application/json"));

        var fault = await Assert.ThrowsAsync<LanguageServiceException>(() => rig.AnalyseAsync("good secret"));

        Assert.DoesNotContain("secret", $"{fault}{string.Concat(rig.Log)}", StringComparison.Ordinal);
        Assert.Equal(1, await rig.SpentAsync("sentiment"));
        Assert.Equal(Sentiment.Positive, (await rig.AnalyseAsync("good secret")).Sentiment);
    }
}
