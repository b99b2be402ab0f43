using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Campaigns.Confidentiality;

namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>Where a personal datum stands: UTF-16 code units, the end exclusive.</summary>
internal readonly record struct LabelledSpan(int Start, int End, PersonalDataKind Kind);

/// <summary>A text, and where it says something that identifies a person.</summary>
internal sealed record LabelledText(string Text, IReadOnlyList<LabelledSpan> Spans)
{
    private const char Open = '⟦';
    private const char Close = '⟧';

    // The file is read by people too.
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Puts the marks around a datum, from which <see cref="Of"/> takes its place.</summary>
    public static string Mark(PersonalDataKind kind, string value) => $"{Open}{Name(kind)}|{value}{Close}";

    /// <summary>Reads <c>my number is ⟦telephone|07700 900123⟧</c>.</summary>
    public static LabelledText Of(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var spans = new List<LabelledSpan>();
        for (var at = 0; at < marked.Length; at++)
        {
            if (marked[at] != Open)
            {
                text.Append(marked[at]);
                continue;
            }

            var (bar, close) = (marked.IndexOf('|', at), marked.IndexOf(Close, at));
            var start = text.Length;
            text.Append(marked, bar + 1, close - bar - 1);
            spans.Add(new LabelledSpan(start, text.Length, Enum.Parse<PersonalDataKind>(marked.AsSpan(at + 1, bar - at - 1), ignoreCase: true)));
            at = close;
        }

        return new LabelledText(text.ToString(), spans);
    }

    /// <summary>What stands in a span.</summary>
    public string Value(LabelledSpan span) => Text[span.Start..span.End];

    /// <summary>One line of an evaluation file.</summary>
    public string ToJson() => JsonSerializer.Serialize(new { text = Text, spans = Spans.Select(span => new { start = span.Start, end = span.End, kind = Name(span.Kind) }) }, AsWritten);

    /// <summary>Reads one line of an evaluation file.</summary>
    public static LabelledText FromJson(string line)
    {
        using var document = JsonDocument.Parse(line);
        var spans = document.RootElement.GetProperty("spans").EnumerateArray().Select(static span => new LabelledSpan(
            span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32(), Enum.Parse<PersonalDataKind>(span.GetProperty("kind").GetString()!, ignoreCase: true)));
        return new LabelledText(document.RootElement.GetProperty("text").GetString()!, [.. spans]);
    }

    /// <summary>The kind as evaluation files spell it.</summary>
    public static string Name(PersonalDataKind kind) => JsonNamingPolicy.CamelCase.ConvertName($"{kind}");
}
