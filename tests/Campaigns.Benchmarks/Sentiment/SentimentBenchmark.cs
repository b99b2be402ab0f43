using System.Globalization;
using Spectre.Console;

namespace Campaigns.Benchmarks.Sentiment;

/// <summary>The embedded analyser beside npm <c>vader-sentiment</c> on texts that people have labelled, and what both cost.</summary>
internal sealed class SentimentBenchmark : IBenchmark
{
    private const double TimesAsFast = 10;

    public string Name => "sentiment";

    public string Summary => "accuracy, macro-F1 and speed of the embedded analyser, redaction included, beside npm vader-sentiment; FILES: texts, labels";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        var sets = arguments.Inputs switch
        {
            [] => await LabelledTexts.SharedAsync(),
            [var texts, var labels] => [LabelledTexts.ReadPair(texts, labels)],
            _ => throw new BenchmarkException("A file of texts and a file of labels belong together."),
        };
        Report.Machine(arguments.Seed);
        var figures = new List<object>();
        foreach (var set in sets)
        {
            var vader = await Vader.RunAsync(set);
            var ours = Ours.Run(set);
            Show(set, [vader, .. ours]);
            Hold(set.Name, vader, ours[0]);
            figures.Add(new { set = set.Name, texts = set.Texts.Count, timesAsFast = vader.Microseconds / ours[0].Microseconds, analysers = ours.Prepend(vader) });
        }

        await Report.WriteAsync(arguments, figures);
    }

    private static void Show(LabelledTexts set, IEnumerable<Found> found)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn($"{set.Name}, {set.Texts.Count:N0} texts");
        foreach (var column in (string[])["accuracy", "macro-F1", .. Enum.GetNames<Label>().Select(static label => $"{label}: P / R / F1"), "CPU µs per text"])
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var one in found)
        {
            table.AddRow([one.Analyser, Figure(one.Accuracy), Figure(one.MacroF1), .. one.Classes.Select(static own => $"{Figure(own.Precision)} / {Figure(own.Recall)} / {Figure(own.F1)}"), $"{one.Microseconds:N1}"]);
        }

        AnsiConsole.Write(table);
    }

    private static void Hold(string set, Found vader, Found ours)
    {
        Judge.AtLeast($"{set}: accuracy", ours.Accuracy, vader.Accuracy);
        Judge.AtLeast($"{set}: macro-F1", ours.MacroF1, vader.MacroF1);
        foreach (var (own, theirs) in ours.Classes.Zip(vader.Classes))
        {
            Judge.AtLeast($"{set}: F1 of {own.Label.ToLowerInvariant()}", own.F1, theirs.F1);
        }

        Judge.AtLeast($"{set}: redaction and sentiment, times as fast as vader-sentiment alone", vader.Microseconds / ours.Microseconds, TimesAsFast);
    }

    private static string Figure(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);
}
