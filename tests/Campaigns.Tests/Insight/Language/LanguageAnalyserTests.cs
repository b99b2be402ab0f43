using Campaigns.Insight;
using Campaigns.Insight.Language;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Insight.Language;

public sealed class LanguageAnalyserTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Eleven_texts_go_out_in_the_requests_that_the_service_takes_and_no_request_lets_it_keep_them()
    {
        await using var rig = await LanguageRig.StartAsync(azurite);
        var texts = LanguageRig.Texts(11).Select(text => text with { Language = null }).ToList();

        var answer = await rig.AnalyseAsync(texts);

        Assert.All(answer.Texts, text => Assert.Equal((InsightStatus.Analysed, Sentiment.Positive, 0.9, "en"), (text.Status, text.Sentiment, text.Confidence, text.Language)));
        Assert.Equal((LanguageAnalyser.Name, LanguageModel.Version), (answer.Analyser, answer.Version));
        Assert.Equal([1, 10], Sizes("LanguageDetection"));
        Assert.Equal([1, 10], Sizes("SentimentAnalysis"));
        Assert.Equal([1, 5, 5], Sizes("PiiEntityRecognition"));
        Assert.Equal([1, 10], Sizes("KeyPhraseExtraction"));
        Assert.All(rig.Service.Requests, request => Assert.True((bool)request.Body["parameters"]!["loggingOptOut"]!));
        Assert.All(rig.Service.Requests, request => Assert.Equal("latest", (string)request.Body["parameters"]!["modelVersion"]!));

        IEnumerable<int> Sizes(string kind) => rig.Service.Of(kind).Select(body => body["analysisInput"]!["documents"]!.AsArray().Count).Order();
    }

    [Fact]
    public async Task Each_text_gets_its_own_class_score_language_and_phrases()
    {
        await using var rig = await LanguageRig.StartAsync(azurite, settings: ("Insight:ModelVersion", "2022-11-01"));

        var texts = (await rig.AnalyseAsync(
        [
            LanguageRig.Text("Good nurses, bad parking", 1, null),
            LanguageRig.Text("rhowch gwaed", 2, null),
            LanguageRig.Text("Bad", 3),
            LanguageRig.Text("Where is it?", 4, "en-GB"),
            LanguageRig.Text("献血 good", 5, null),
        ])).Texts;

        Assert.Equal(
            [(Sentiment.Mixed, 0.95, "en"), (Sentiment.Neutral, 0.8, "cy"), (Sentiment.Negative, 0.9, "en"), (Sentiment.Neutral, 0.8, "en"), (Sentiment.Positive, 0.9, "zh")],
            texts.Select(text => (text.Sentiment, Math.Round(text.Confidence, 6), text.Language!)));
        Assert.Equal(["Good", "nurses", "parking"], texts[0].Phrases);
        Assert.Equal(["zh-hans"], rig.Service.Of("SentimentAnalysis").SelectMany(body => body["analysisInput"]!["documents"]!.AsArray()).Select(document => (string)document!["language"]!).Where(code => code[0] == 'z'));
        Assert.All(rig.Service.Requests, request => Assert.Equal("2022-11-01", (string)request.Body["parameters"]!["modelVersion"]!));
    }

    [Fact]
    public async Task A_language_that_the_service_does_not_know_is_not_offered_and_never_neutral()
    {
        await using var rig = await LanguageRig.StartAsync(azurite);

        var texts = (await rig.AnalyseAsync([LanguageRig.Text("кровь good", 1, null), LanguageRig.Text("good", 2, "tlh"), LanguageRig.Text("✨ 12", 3, null), LanguageRig.Text(" \n", 4)])).Texts;

        Assert.All(texts, text => Assert.Equal((InsightStatus.NotOffered, null), (text.Status, text.Sentiment)));
        Assert.Equal(["ru", "tlh", null, null], texts.Select(text => text.Language));
    }

    [Fact]
    public async Task Texts_that_are_alike_are_sent_and_paid_for_once()
    {
        await using var rig = await LanguageRig.StartAsync(azurite);

        var answer = await rig.AnalyseAsync([.. Enumerable.Range(0, 50).Select(number => LanguageRig.Text("RT: good news for donors", (ulong)number))]);

        Assert.Equal(50, answer.Texts.Count(text => text is { Sentiment: Sentiment.Positive, Phrases.Count: 3 }));
        Assert.Equal(["RT: good news for donors"], rig.Service.TextsOf("SentimentAnalysis"));
        Assert.Equal(1, await rig.SpentAsync("sentiment"));
    }

    [Fact]
    public async Task A_long_text_is_sent_as_far_as_the_service_takes_it_and_no_character_is_cut_in_two()
    {
        const string family = "👨‍👩‍👧‍👦";
        await using var rig = await LanguageRig.StartAsync(azurite);

        var answer = await rig.AnalyseAsync([LanguageRig.Text("good " + string.Concat(Enumerable.Repeat(family, 6000)), 1, null)]);

        Assert.Equal(InsightStatus.Analysed, answer.Texts.Single().Status);
        Assert.Equal("good " + string.Concat(Enumerable.Repeat(family, 5115)), rig.Service.TextsOf("SentimentAnalysis").Single());
        Assert.Equal("good " + string.Concat(Enumerable.Repeat(family, 995)), rig.Service.TextsOf("LanguageDetection").Single());
        Assert.Equal((6, 1), (await rig.SpentAsync("sentiment"), await rig.SpentAsync("language")));
    }

    [Fact]
    public async Task Nothing_that_the_embedded_rules_know_ever_leaves_even_where_a_caller_forgot_them()
    {
        await using var rig = await LanguageRig.StartAsync(azurite);

        await rig.AnalyseAsync([LanguageRig.Text("Good: NHS number 943 476 5919, write to jane.doe@example.org", 1, null)]);

        Assert.Equal(4, rig.Service.Requests.Count);
        Assert.DoesNotContain(rig.Service.Requests, request => request.Body.ToJsonString().Contains("943", StringComparison.Ordinal) || request.Body.ToJsonString().Contains("jane", StringComparison.Ordinal));
        Assert.DoesNotContain(rig.Log, line => line.Contains("Good", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_service_calls_personal_is_gone_before_phrases_are_asked_for_whatever_stands_before_it()
    {
        await using var rig = await LanguageRig.StartAsync(azurite);

        var text = await rig.AnalyseAsync("😀👍🏽 Zaphod Beeblebrox gave good blood 🩸 with the nurses of NHSBT, Zaphod Beeblebrox");

        Assert.Equal("😀👍🏽 ; gave good blood 🩸 with the nurses of NHSBT, ;", rig.Service.TextsOf("KeyPhraseExtraction").Single());
        Assert.Equal(["gave", "good", "blood", "with", "nurses", "NHSBT"], text.Phrases);
        Assert.All(rig.Service.Of("PiiEntityRecognition"), body => Assert.Equal("Utf16CodeUnit", (string)body["parameters"]!["stringIndexType"]!));
    }

    [Fact]
    public async Task A_text_that_could_not_be_looked_through_for_personal_data_gives_no_phrases()
    {
        await using var rig = await LanguageRig.StartAsync(azurite);
        rig.Instead("PiiEntityRecognition", 1, _ => LanguageContract.Refuse(400, "InvalidRequest", "InvalidDocument", "No."));

        var text = await rig.AnalyseAsync("good news");

        Assert.Equal((Sentiment.Positive, 0), (text.Sentiment, text.Phrases.Count));
        Assert.Empty(rig.Service.Of("KeyPhraseExtraction"));
        Assert.Equal((1, 0, 0), (await rig.SpentAsync("sentiment"), await rig.SpentAsync("personalData"), await rig.SpentAsync("keyPhrases")));
    }
}
