using System.Text;
using System.Text.RegularExpressions;

namespace Campaigns.Results.Report;

/// <summary>Makes a text mean itself in Markdown (CommonMark with tables), and nothing else.</summary>
internal static partial class MarkdownEscape
{
    public static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            if (MustBeEscaped(text, at))
            {
                escaped.Append('\\');
            }

            escaped.Append(char.IsControl(text[at]) ? ' ' : text[at]);
        }

        return escaped.ToString();
    }

    private static bool MustBeEscaped(string text, int at) => text[at] switch
    {
        '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '$' => true,
        // An entity such as &lt;
        '&' => at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '#'),
        // An address, which many readers make a link of.
        ':' => text.AsSpan(at).StartsWith("://", StringComparison.Ordinal),
        '.' => text.AsSpan(0, at).EndsWith("www", StringComparison.OrdinalIgnoreCase) || EndsNumber(text, at),
        // What begins a block where it begins a line: the text may come to stand there.
        '#' => text.AsSpan(0, at).TrimStart('#').IsEmpty && BlockMark().IsMatch(text.AsSpan(at)),
        '-' or '+' or '=' => at == 0 && (text.Length == 1 || !char.IsAsciiDigit(text[1])),
        ')' => EndsNumber(text, at),
        _ => false,
    };

    /// <summary>Whether a list's number ends here, at the beginning of the text.</summary>
    private static bool EndsNumber(string text, int at) =>
        at is > 0 and < 10 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0 && (at + 1 == text.Length || text[at + 1] == ' ');

    [GeneratedRegex(@"\A#{1,6}(\s|\z)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlockMark();
}
