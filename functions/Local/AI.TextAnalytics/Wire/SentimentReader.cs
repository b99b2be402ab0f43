#nullable enable
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>Reads the sentiment of a document, of its sentences, and of the things that they name.</summary>
internal static partial class SentimentReader
{
    public static DocumentSentiment Read(JsonElement document)
    {
        var sentences = document.Each("sentences").ToList();
        return new()
        {
            Sentiment = Sentiment(document),
            ConfidenceScores = Scores(document),
            Sentences = [.. sentences.Select(sentence => Sentence(sentence, sentences))],
            Warnings = document.Warnings(),
        };
    }

    private static SentenceSentiment Sentence(JsonElement sentence, List<JsonElement> all) => new()
    {
        Sentiment = Sentiment(sentence),
        Text = sentence.Text("text") ?? "",
        ConfidenceScores = Scores(sentence),
        Offset = sentence.Whole("offset"),
        Length = sentence.Whole("length"),
        Opinions = [.. sentence.Each("targets").Select(target => Opinion(target, all))],
    };

    private static SentenceOpinion Opinion(JsonElement target, List<JsonElement> sentences) => new()
    {
        Target = new()
        {
            Sentiment = Sentiment(target),
            ConfidenceScores = Scores(target),
            Text = target.Text("text"),
            Offset = target.Whole("offset"),
            Length = target.Whole("length"),
        },
        Assessments = [.. from relation in target.Each("relations")
                          where relation.Text("relationType") == "assessment"
                          select Assessment(Referred(relation.Text("ref") ?? "", sentences))],
    };

    private static AssessmentSentiment Assessment(JsonElement assessment) => new()
    {
        Sentiment = Sentiment(assessment),
        ConfidenceScores = Scores(assessment),
        IsNegated = assessment.TryGetProperty("isNegated", out var negated) && negated.GetBoolean(),
        Text = assessment.Text("text"),
        Offset = assessment.Whole("offset"),
        Length = assessment.Whole("length"),
    };

    /// <summary>The assessment that a reference names; a reference never leaves its own document.</summary>
    private static JsonElement Referred(string reference, List<JsonElement> sentences)
    {
        if (Reference().Match(reference) is { Success: true } match
            && sentences.ElementAtOrDefault(Number(1)) is { ValueKind: JsonValueKind.Object } sentence
            && sentence.Each("assessments").ElementAtOrDefault(Number(2)) is { ValueKind: JsonValueKind.Object } assessment)
        {
            return assessment;
        }

        throw new InvalidOperationException($"The service refers to an assessment that it did not send: {reference}.");

        int Number(int group) => int.TryParse(match.Groups[group].ValueSpan, out var number) ? number : -1;
    }

    private static TextSentiment Sentiment(JsonElement element) => Enum.Parse<TextSentiment>(element.GetProperty("sentiment").GetString()!, ignoreCase: true);

    private static SentimentConfidenceScores Scores(JsonElement element) => element.TryGetProperty("confidenceScores", out var scores)
        ? new() { Positive = scores.Score("positive"), Neutral = scores.Score("neutral"), Negative = scores.Score("negative") }
        : new();

    [GeneratedRegex(@"/documents/\d+/sentences/(\d+)/assessments/(\d+)\z")]
    private static partial Regex Reference();
}
