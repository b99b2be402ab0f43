using System.Globalization;
using System.Text.Json;

namespace Campaigns.Results.Exports;

/// <summary>Lays results out as a table: every figure by its path, with what it is worth.</summary>
internal sealed class FigureLines
{
    /// <summary>What tells the elements of a list apart, in this order.</summary>
    private static readonly string[] Telling = ["name", "metric", "service", "area", "dimension", "group", "postId", "post", "channel", "account", "scope", "date", "by"];

    private readonly Dictionary<string, JsonElement> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> subjects = new(StringComparer.Ordinal);

    private FigureLines(JsonElement results) => Collect(results, "");

    /// <summary>The figures in the order of their paths.</summary>
    /// <param name="results">The results.</param>
    /// <param name="json">How they are written as JSON.</param>
    public static IEnumerable<FigureLine> Of(ResultsResponse results, JsonSerializerOptions json)
    {
        var lines = new FigureLines(JsonSerializer.SerializeToElement(results, json));
        return results.Figures.Select(figure => new FigureLine(
            figure.Key, lines.AboutOf(figure.Key), lines.numbers.TryGetValue(figure.Key, out var number) ? number : null, figure.Value,
            FigureWords.Of(results, figure.Key, figure.Value)));
    }

    /// <summary>What the lists' elements around a figure are, the outermost first: a group of which figure it is, a delivery of which post.</summary>
    private string? AboutOf(string path)
    {
        var about = new List<string>();
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (subjects.TryGetValue(path[..end], out var subject) && subject.Length > 0)
            {
                about.Insert(0, subject);
            }
        }

        return about.Count == 0 ? null : string.Join(", ", about);
    }

    private void Collect(JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                numbers[path] = value;
                break;
            case JsonValueKind.Object:
                foreach (var field in value.EnumerateObject())
                {
                    Collect(field.Value, $"{path}/{field.Name}");
                }

                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    var at = string.Create(CultureInfo.InvariantCulture, $"{path}/{index}");
                    if (item.ValueKind == JsonValueKind.Object)
                    {
                        subjects[at] = Subject(item);
                    }

                    Collect(item, at);
                }

                break;
        }
    }

    private static string Subject(JsonElement item) => string.Join(", ", Telling
        .Select(name => item.TryGetProperty(name, out var told) && told.ValueKind == JsonValueKind.String ? told.GetString() : null)
        .Where(told => told is not null));
}
