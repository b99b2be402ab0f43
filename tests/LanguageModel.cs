using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Campaigns.TestSupport;

/// <summary>
/// What the service might find in a text: results in the published form, documents in no promised order, an error for a document that is empty,
/// too long or in a language that it does not know, and places counted in graphemes unless it was told otherwise.
/// </summary>
internal static partial class LanguageModel
{
    public const string Version = "2022-11-01";

    private static readonly string[] Supported = ["en", "cy", "de", "fr", "zh-hans"];

    public static string Results(JsonObject body)
    {
        var (kind, documents, errors) = ((string)body["kind"]!, new JsonArray(), new JsonArray());
        foreach (var document in body["analysisInput"]!["documents"]!.AsArray().Reverse())
        {
            var (id, text, language) = ((string)document!["id"]!, (string)document["text"]!, (string?)document["language"]);
            if (Fault(text, kind == "LanguageDetection" ? null : language) is { } code)
            {
                errors.Add(new JsonObject
                {
                    ["id"] = id,
                    ["error"] = new JsonObject { ["code"] = "InvalidArgument", ["message"] = "Invalid document.", ["innererror"] = new JsonObject { ["code"] = code, ["message"] = "Why." } },
                });
                continue;
            }

            var found = kind switch
            {
                "SentimentAnalysis" => Sentiment(text),
                "KeyPhraseExtraction" => new JsonObject { ["keyPhrases"] = new JsonArray([.. Word().Matches(text).Select(word => JsonValue.Create(word.Value)).Distinct()]) },
                "LanguageDetection" => new JsonObject { ["detectedLanguage"] = Language(text) },
                _ => Personal(text, (string?)body["parameters"]!["stringIndexType"] == "Utf16CodeUnit"),
            };
            (found["id"], found["warnings"]) = (id, new JsonArray(new JsonObject { ["code"] = "LongWordsInDocument", ["message"] = "One word was cut." }));
            documents.Add(found);
        }

        return new JsonObject { ["documents"] = documents, ["errors"] = errors, ["modelVersion"] = Version }.ToJsonString();
    }

    private static string? Fault(string text, string? language) =>
        string.IsNullOrWhiteSpace(text) || new StringInfo(text).LengthInTextElements > 5120 ? "InvalidDocument"
        : language is not null && !Supported.Contains(language) ? "UnsupportedLanguageCode"
        : null;

    private static JsonObject Sentiment(string text)
    {
        var (good, bad) = (text.Contains("good", StringComparison.OrdinalIgnoreCase), text.Contains("bad", StringComparison.OrdinalIgnoreCase));
        var (name, positive, neutral, negative) = (good, bad) switch
        {
            (true, true) => ("mixed", 0.55, 0.05, 0.4),
            (true, false) => ("positive", 0.9, 0.07, 0.03),
            (false, true) => ("negative", 0.02, 0.08, 0.9),
            _ => ("neutral", 0.1, 0.8, 0.1),
        };
        return new JsonObject
        {
            ["sentiment"] = name,
            ["confidenceScores"] = new JsonObject { ["positive"] = positive, ["neutral"] = neutral, ["negative"] = negative },
            ["sentences"] = new JsonArray(new JsonObject
            {
                ["sentiment"] = name == "mixed" ? "positive" : name,
                ["confidenceScores"] = new JsonObject { ["positive"] = positive, ["neutral"] = neutral, ["negative"] = negative },
                ["offset"] = 0,
                ["length"] = text.Length,
                ["text"] = text,
            }),
        };
    }

    private static JsonObject Language(string text)
    {
        var (name, code, score) = text.Contains("gwaed", StringComparison.Ordinal) ? ("Welsh", "cy", 0.9)
            : text.Contains("кровь", StringComparison.Ordinal) ? ("Russian", "ru", 1.0)
            : text.Contains('血') ? ("Chinese_Simplified", "zh_chs", 1.0)
            : text.Any(char.IsLetter) ? ("English", "en", 0.99)
            : ("(Unknown)", "(Unknown)", 0.0);
        return new JsonObject { ["name"] = name, ["iso6391Name"] = code, ["confidenceScore"] = score };
    }

    private static JsonObject Personal(string text, bool inUtf16)
    {
        var entities = new JsonArray();
        foreach (var match in Known().Matches(text).Cast<Match>())
        {
            entities.Add(new JsonObject
            {
                ["text"] = match.Value,
                ["category"] = match.Value == "NHSBT" ? "Organization" : match.Value == "nurses" ? "PersonType" : "Person",
                ["offset"] = inUtf16 ? match.Index : new StringInfo(text[..match.Index]).LengthInTextElements,
                ["length"] = inUtf16 ? match.Length : new StringInfo(match.Value).LengthInTextElements,
                ["confidenceScore"] = 0.9,
            });
        }

        return new JsonObject { ["redactedText"] = Known().Replace(text, match => new string('*', match.Length)), ["entities"] = entities };
    }

    [GeneratedRegex(@"\p{L}{4,}")]
    private static partial Regex Word();

    [GeneratedRegex("Zaphod Beeblebrox|NHSBT|nurses")]
    private static partial Regex Known();
}
