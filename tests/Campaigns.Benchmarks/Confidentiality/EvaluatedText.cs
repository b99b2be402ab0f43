using System.Text.Json;

namespace Campaigns.Benchmarks.Confidentiality;

/// <summary>A text of an evaluation file, and where it gives something away.</summary>
/// <param name="Text">The text.</param>
/// <param name="Spans">Where, in UTF-16 code units, the end exclusive, and what the file calls it.</param>
internal sealed record EvaluatedText(string Text, IReadOnlyList<(int Start, int End, string Kind)> Spans)
{
    /// <summary>Reads a file of lines <c>{"text": …, "spans": [{"start": 0, "end": 0, "kind": "nhsNumber"}]}</c>.</summary>
    /// <param name="file">Its path.</param>
    public static IEnumerable<EvaluatedText> Read(string file)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, number);
            }
        }
    }

    private static EvaluatedText Parse(string line, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var text = document.RootElement.GetProperty("text").GetString() ?? "";
            var spans = document.RootElement.TryGetProperty("spans", out var told)
                ? told.EnumerateArray().Select(static span => (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32(), span.GetProperty("kind").GetString() ?? "")).ToArray()
                : [];
            return spans.All(span => span.Item1 >= 0 && span.Item1 < span.Item2 && span.Item2 <= text.Length)
                ? new(text, spans)
                : throw new BenchmarkException($"Line {number}: a span lies outside its text.");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new BenchmarkException($"Line {number} is no text with spans: {fault.Message}");
        }
    }
}
