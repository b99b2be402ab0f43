using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Campaigns.TestSupport;
using CsvHelper;

namespace Campaigns.Benchmarks.Sentiment;

/// <summary>Texts that people have read and labelled.</summary>
/// <param name="Name">Which they are.</param>
/// <param name="Texts">The texts.</param>
/// <param name="Labels">One for each text.</param>
internal sealed partial record LabelledTexts(string Name, IReadOnlyList<string> Texts, IReadOnlyList<Label> Labels)
{
    /// <summary>Reads a pair of files: one text a line, one label a line (0 negative, 1 neutral, 2 positive, or these words).</summary>
    /// <param name="texts">The texts' file.</param>
    /// <param name="labels">The labels' file.</param>
    public static LabelledTexts ReadPair(string texts, string labels)
    {
        var read = File.ReadAllLines(Existing(texts));
        var told = File.ReadAllLines(Existing(labels)).Where(static line => line.Length > 0).Select(LabelOf).ToList();
        // An editor may have added an empty line at the end.
        return read.Length == told.Count || (read.Length == told.Count + 1 && read[^1].Length == 0)
            ? new(Path.GetFileName(texts), [.. read.Take(told.Count).Select(Whole)], told)
            : throw new BenchmarkException($"{texts} has {read.Length} texts, {labels} {told.Count} labels.");
    }

    /// <summary>Both public sets beside the checkout.</summary>
    public static async Task<IReadOnlyList<LabelledTexts>> SharedAsync()
    {
        var folder = Path.Combine(RepositoryRoot.SharedData ?? throw new BenchmarkException("../shared/data is absent: name a file of texts and one of labels."), "sentiment");
        return [await ReadAirlinesAsync(Path.Combine(folder, "airline.csv")), ReadPair(Path.Combine(folder, "val_text.txt"), Path.Combine(folder, "val_labels.txt")) with { Name = "SemEval 2017 4A, validation" }];
    }

    private static async Task<LabelledTexts> ReadAirlinesAsync(string path)
    {
        await using var csv = CsvReader.Create(File.OpenRead(Existing(path)), new CsvReaderOptions(), leaveOpen: false);
        await csv.ReadHeaderAsync();
        var (text, label) = (csv.Headers.ToList().IndexOf("text"), csv.Headers.ToList().IndexOf("airline_sentiment"));
        var (texts, labels) = (new List<string>(), new List<Label>());
        while (await csv.ReadAsync())
        {
            texts.Add(Encoding.UTF8.GetString(csv.GetSpan(text)));
            labels.Add(LabelOf(Encoding.UTF8.GetString(csv.GetSpan(label))));
        }

        return new("airlines", texts, labels);
    }

    private static string Existing(string path) => File.Exists(path) ? path : throw new BenchmarkException($"{path} is not there.");

    private static Label LabelOf(string label) => label.Trim() switch
    {
        "0" or "negative" => Label.Negative,
        "1" or "neutral" => Label.Neutral,
        "2" or "positive" => Label.Positive,
        var other => throw new BenchmarkException($"\"{other}\" is no label: 0 or negative, 1 or neutral, 2 or positive."),
    };

    /// <summary>The published files spell some characters as \u2019: both analysers read what was written.</summary>
    private static string Whole(string text) =>
        Spelled().Replace(text, static match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Spelled();
}
