using System.Buffers;
using System.Text.Json;

namespace Campaigns.Confidentiality;

/// <summary>Finds and removes what identifies a person in a text. Always at the door: before anything rests anywhere.</summary>
public static class PersonalData
{
    private static readonly string[] Replacements =
        [.. Enum.GetNames<PersonalDataKind>().Select(static name => $"[{JsonNamingPolicy.CamelCase.ConvertName(name)}]")];

    /// <summary>Finds everything in a text that identifies a person.</summary>
    /// <param name="text">The text, which may hold any UTF-16.</param>
    /// <returns>Spans in order that do not overlap.</returns>
    public static IReadOnlyList<PersonalDataSpan> Find(ReadOnlySpan<char> text) => PlainForms.Find(text);

    /// <summary>Replaces each span by its kind in brackets, such as <c>[nhsNumber]</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The redacted text: the same instance where nothing was found.</returns>
    public static string Redact(string text)
    {
        var into = new ArrayBufferWriter<char>(Math.Max(text.Length, 1));
        return Redact(text, into) == 0 ? text : new string(into.WrittenSpan);
    }

    /// <summary>Writes the text with each span replaced by its kind in brackets.</summary>
    /// <param name="text">The text.</param>
    /// <param name="into">Where it is written.</param>
    /// <returns>How many spans were replaced.</returns>
    public static int Redact(ReadOnlySpan<char> text, IBufferWriter<char> into)
    {
        var found = Find(text);
        var at = 0;
        foreach (var span in found)
        {
            into.Write(text[at..span.Start]);
            into.Write(Replacements[(int)span.Kind]);
            at = span.End;
        }

        into.Write(text[at..]);
        return found.Count;
    }
}
