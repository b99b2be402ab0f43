using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.AI.TextAnalytics;
using Campaigns.Confidentiality;

namespace Campaigns.Insight.Language;

/// <summary>What of a text may be searched for phrases, and which phrases may be told.</summary>
internal static class PhraseText
{
    // One character, so that the rest is never more text records than the whole was.
    private const char Gap = ';';
    private const int LongestPhrase = 100;

    private static readonly string[] Kinds = [.. Enum.GetNames<PersonalDataKind>().Select(JsonNamingPolicy.CamelCase.ConvertName)];
    private static readonly Regex Placeholder = new($@"\[({string.Join('|', Kinds)})\]", RegexOptions.CultureInvariant | RegexOptions.Compiled);

    /// <summary>
    /// The text without what the service calls personal data, and without what stands for personal data. Organisations and the like of "nurse"
    /// stay: they are what a health campaign is spoken of with. Null where the service's places are not in the text.
    /// </summary>
    public static string? Without(string text, IEnumerable<PiiEntity> found)
    {
        var removed = new bool[text.Length];
        foreach (var span in found.Where(span => span.Category != PiiEntityCategory.Organization && span.Category != "PersonType"))
        {
            if (span.Offset < 0 || span.Length < 0 || span.Offset > text.Length - span.Length)
            {
                return null;
            }

            removed.AsSpan(span.Offset, span.Length).Fill(true);
        }

        var left = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            // Half a character is no character: what takes one half takes both.
            var whole = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
            if (!removed.AsSpan(at, whole).Contains(true))
            {
                left.Append(text, at, whole);
            }
            else if (at == 0 || !removed[at - 1])
            {
                left.Append(Gap);
            }

            at += whole - 1;
        }

        return Placeholder.Replace(left.ToString(), Gap.ToString());
    }

    /// <summary>Phrases that may be told, each once.</summary>
    public static IReadOnlyList<string> Told(IEnumerable<string> phrases) =>
    [
        .. phrases.Select(phrase => phrase.Trim())
            .Where(phrase => phrase.Length is > 0 and <= LongestPhrase && PersonalData.Find(phrase).Count == 0)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];
}
