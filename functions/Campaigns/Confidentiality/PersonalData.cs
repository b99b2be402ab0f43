using System.Buffers;
using System.Text.Json;
using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality;

/// <summary>Finds and removes what identifies a person in a text. Always at the door: before anything rests anywhere.</summary>
public static class PersonalData
{
    private static readonly string[] Replacements =
        [.. Enum.GetNames<PersonalDataKind>().Select(static name => $"[{JsonNamingPolicy.CamelCase.ConvertName(name)}]")];

    /// <summary>Finds everything in a text that identifies a person.</summary>
    /// <param name="text">The text, which may hold any UTF-16.</param>
    /// <returns>Spans in order that do not overlap.</returns>
    public static IReadOnlyList<PersonalDataSpan> Find(ReadOnlySpan<char> text)
    {
        var found = Detection.Run(text).Found;
        if (found.Count == 0)
        {
            return [];
        }

        var spans = new PersonalDataSpan[found.Count];
        for (var at = 0; at < spans.Length; at++)
        {
            spans[at] = found[at];
        }

        return spans;
    }

    /// <summary>Replaces each span by its kind in brackets, such as <c>[nhsNumber]</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The redacted text: the same instance where nothing was found.</returns>
    public static string Redact(string text)
    {
        var found = Detection.Run(text).Found;
        if (found.Count == 0)
        {
            return text;
        }

        var into = new ArrayBufferWriter<char>(text.Length + 64);
        Write(text, found, into);
        return new string(into.WrittenSpan);
    }

    /// <summary>Writes the text with each span replaced by its kind in brackets.</summary>
    /// <param name="text">The text.</param>
    /// <param name="into">Where it is written.</param>
    /// <returns>How many spans were replaced.</returns>
    public static int Redact(ReadOnlySpan<char> text, IBufferWriter<char> into)
    {
        var found = Detection.Run(text).Found;
        Write(text, found, into);
        return found.Count;
    }

    /// <summary>What stands in a redacted text instead of a kind.</summary>
    internal static string Replacement(PersonalDataKind kind) => Replacements[(int)kind];

    private static void Write(ReadOnlySpan<char> text, FoundSpans found, IBufferWriter<char> into)
    {
        var at = 0;
        for (var span = 0; span < found.Count; span++)
        {
            into.Write(text[at..found[span].Start]);
            into.Write(Replacement(found[span].Kind));
            at = found[span].End;
        }

        into.Write(text[at..]);
    }
}
