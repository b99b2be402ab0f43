using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Campaigns.Confidentiality;
using Campaigns.Http;

namespace Campaigns.Listening.Intake;

/// <summary>
/// What an answer shows of what was handed in. Answers are kept and logged by whoever hands mentions in, and a mapping gone wrong puts a text into any
/// field, into a field's name and into a table's first line.
/// </summary>
public static partial class ShownText
{
    /// <summary>The most characters that an answer shows of one value.</summary>
    public const int Longest = Faults.LongestValueShown;

    /// <summary>The most names of columns that an answer shows, besides the one entry that says how many more there are.</summary>
    public const int MostNames = 1000;

    private const int LongestRead = 1024;
    private const int LongestFragment = 64;

    /// <summary>It without personal data, at most <see cref="Longest"/> characters and an ellipsis. It is read before it is cut: nobody recognises a piece of a number.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var redacted = PersonalData.Redact(Escaped().Replace(text[..Math.Min(text.Length, LongestRead)].ToString(), Unescape));
        // The end of what was read may be a piece itself, and come to the fore where much before it was taken out.
        var whole = text.Length > LongestRead ? redacted.AsSpan(0, Math.Max(0, redacted.Length - LongestFragment)) : redacted;
        return whole.Length > Longest ? string.Concat(whole[..Longest], "…") : text.Length > LongestRead ? string.Concat(whole, "…") : redacted;
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{char})"/>
    /// <param name="utf8">The text; JSON may have escaped it.</param>
    public static string Of(ReadOnlySpan<byte> utf8) => Of(Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, (4 * LongestRead) + 4)]).AsSpan());

    /// <summary>Names of columns: as they are where a program gave them, and without personal data otherwise.</summary>
    /// <param name="names">The names.</param>
    /// <param name="isHeader">Whether the line that they stand in is a header; any other is one text, for a comma in it parts what was said into columns.</param>
    public static IReadOnlyList<string> Names(IReadOnlyList<string> names, bool isHeader) =>
        !isHeader ? [Of(string.Join(", ", names))]
        : names.Count > MostNames ? [.. Names([.. names.Take(MostNames)], isHeader), $"and {names.Count - MostNames} more"]
        : [.. names.Select(static name => GivenByProgram().IsMatch(name) ? name : Of(name))];

    // A value is shown as JSON writes it, where the end of a line is the letter n before the next word.
    private static string Unescape(Match escaped) => escaped.ValueSpan switch
    {
        [_, 'u', .. var code] => ((char)ushort.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString(),
        [_, 'n' or 'r' or 't' or 'b' or 'f'] => " ",
        var other => other[1..].ToString(),
    };

    [GeneratedRegex(@"\\(?:u[0-9A-Fa-f]{4}|[nrtbf""/\\])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"^[A-Za-z]+(?:_[A-Za-z0-9]{1,20}){0,5}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GivenByProgram();
}
