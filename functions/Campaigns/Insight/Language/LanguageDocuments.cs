using System.Globalization;
using System.Text.RegularExpressions;
using Campaigns.Confidentiality;

namespace Campaigns.Insight.Language;

/// <summary>Makes documents of texts.</summary>
internal static partial class LanguageDocuments
{
    /// <summary>The most characters, as a person counts them, that the service takes of one text.</summary>
    public const int MostElements = 5120;

    /// <summary>The document of each text; null where there is nothing to send.</summary>
    public static IReadOnlyList<LanguageDocument?> Of(IReadOnlyList<TextToAnalyse> texts)
    {
        var alike = new Dictionary<(string, string?), LanguageDocument>();
        var documents = new LanguageDocument?[texts.Count];
        for (var index = 0; index < texts.Count; index++)
        {
            // It comes without personal data. Should a caller ever forget, it is not this that gives it away.
            var text = Beginning(PersonalData.Redact(texts[index].Text), MostElements);
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var key = (text, LanguageOf(texts[index].Language));
            if (!alike.TryGetValue(key, out var document))
            {
                document = new LanguageDocument(text, key.Item2, (new StringInfo(text).LengthInTextElements + RecordCounts.RecordSize - 1) / RecordCounts.RecordSize);
                alike.Add(key, document);
            }

            documents[index] = document;
        }

        return documents;
    }

    /// <summary>As much of a text as so many characters are, none of them cut in two.</summary>
    public static string Beginning(string text, int elements)
    {
        if (text.Length <= elements)
        {
            return text;
        }

        var at = 0;
        for (; elements > 0 && at < text.Length; elements--)
        {
            at += StringInfo.GetNextTextElementLength(text, at);
        }

        return text[..at];
    }

    /// <summary>A language code that can be sent; anything else is as good as none.</summary>
    private static string? LanguageOf(string? told) => told is not null && Code().IsMatch(told) && !told.StartsWith("und", StringComparison.OrdinalIgnoreCase) ? told : null;

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Code();
}
