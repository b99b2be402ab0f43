using System.Globalization;
using Campaigns.Confidentiality;

namespace Campaigns.Insight.Language;

/// <summary>Makes documents of texts.</summary>
internal static class LanguageDocuments
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

            // Of a language that cannot be sent nothing is known.
            var key = (Text: text, Language: LanguageCode.ToSend(texts[index].Language));
            if (!alike.TryGetValue(key, out var document))
            {
                document = new LanguageDocument(text, key.Language, (new StringInfo(text).LengthInTextElements + RecordCounts.RecordSize - 1) / RecordCounts.RecordSize);
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
}
