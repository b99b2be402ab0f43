using Campaigns.Confidentiality;
using Campaigns.Tests.Confidentiality.Corpus;
using Campaigns.TestSupport;
using Spectre.Console;

namespace Campaigns.Benchmarks.Confidentiality;

/// <summary>How much personal data is found in labelled texts, how much of what is found is none, and what that costs.</summary>
internal sealed class PersonalDataBenchmark : IBenchmark
{
    private const int Each = 400;
    private const int MostShown = 40;
    private const double MostNanoseconds = 2_000;
    private const double MostGrowth = 24;

    private static readonly string[] Hostile = ["9", "9 ", "@", "a@", "07700 900", "nine ", "mrn ", "A", "a.", "Jane ", "dob 1/", "12 High ", "&#", "http://x.com/@", "at dot "];

    public string Name => "personal-data";

    public string Summary => "precision and recall of what is redacted, by kind, in FILE (lines of text and spans) or the repository's own corpus; --show shows what was missed";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        var sets = arguments.Inputs.Count > 0 ? arguments.Inputs.Select(static file => Evaluate(Path.GetFileName(file), EvaluatedText.Read(file))).ToArray() : OwnCorpus(arguments.Seed);
        foreach (var set in sets)
        {
            Show(set, arguments.Show);
        }

        var speed = Speed(arguments);
        var growth = Hostile.ToDictionary(static part => part, RedactionSpeed.Growth);
        Report.Machine(arguments.Seed);
        AnsiConsole.WriteLine("A true span counts if it is wholly covered; a found one is false if it touches no true span. Speed: one thread, the fastest of 15 rounds.");
        AnsiConsole.WriteLine($"Hostile texts of 64 KiB take {growth.Values.Max():0.0} times as long as ones of 8 KiB at most (8 is linear).");
        await Report.WriteAsync(arguments, new { sets = sets.Select(static set => new { set.Name, set.Texts, set.Kinds }), speed, growth });
        if (arguments.Inputs.Count == 0)
        {
            Hold(sets);
            Judge.AtMost("nanoseconds for a text without personal data", speed[0].Nanoseconds, MostNanoseconds);
        }

        Judge.AtMost("growth of time over eight times the length", growth.Values.Max(), MostGrowth);
    }

    private static RedactionEvaluation Evaluate(string name, IEnumerable<EvaluatedText> texts)
    {
        var set = new RedactionEvaluation(name);
        foreach (var text in texts)
        {
            set.Add(text);
        }

        return set;
    }

    private static RedactionEvaluation[] OwnCorpus(int seed)
    {
        var innocent = PersonalDataCorpus.Innocent(Each * PersonalDataCorpus.Kinds.Count / 2, seed).ToArray();
        var written = Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.Tests", "Confidentiality", "Corpus", "written.jsonl");
        return
        [
            Evaluate("canonical", PersonalDataCorpus.Kinds.SelectMany(kind => PersonalDataCorpus.Canonical(kind, Each, seed)).Select(static post => Of(post.Text))),
            Evaluate("distorted and innocent", PersonalDataCorpus.Kinds.SelectMany(kind => PersonalDataCorpus.Distorted(kind, Each, seed)).Select(static post => post.Text).Concat(innocent).Select(Of)),
            Evaluate("written by hand", EvaluatedText.Read(written)),
        ];
    }

    private static EvaluatedText Of(LabelledText text) => new(text.Text, [.. text.Spans.Select(static span => (span.Start, span.End, $"{span.Kind}"))]);

    private static RedactionSpeed[] Speed(BenchmarkArguments arguments)
    {
        var texts = PersonalDataCorpus.All(Each, arguments.Seed).Select(static text => text.Text).ToArray();
        return [Row("without personal data", [.. texts.Where(static text => PersonalData.Find(text).Count == 0)]), Row("with personal data", [.. texts.Where(static text => PersonalData.Find(text).Count > 0)])];

        static RedactionSpeed Row(string name, string[] some)
        {
            RedactionSpeed.Measure(name, some);
            var speed = RedactionSpeed.Measure(name, some);
            AnsiConsole.WriteLine($"Redacting {name}: {speed.Nanoseconds:N0} ns and {speed.Bytes:N0} bytes for a text of {speed.Characters:N0} characters ({speed.Count:N0} texts).");
            return speed;
        }
    }

    private static void Show(RedactionEvaluation set, bool isShown)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape($"{set.Name}: {set.Texts:N0} texts"));
        foreach (var column in (string[])["Kind", "there", "recall", "found", "precision", "F1"])
        {
            table.AddColumn(column == "Kind" ? new TableColumn(column) : new TableColumn(column).RightAligned());
        }

        foreach (var kind in set.Kinds)
        {
            table.AddRow(Markup.Escape(kind.Kind), $"{kind.True:N0}", $"{kind.Recall:0.0000}", $"{kind.Found:N0}", $"{kind.Precision:0.0000}", $"{kind.F1:0.0000}");
        }

        AnsiConsole.Write(table);
        foreach (var (text, start, end, kind, value, isMissed) in set.Slips.Take(isShown ? int.MaxValue : MostShown))
        {
            AnsiConsole.WriteLine($"  {(isMissed ? "missed" : "wrong ")} {kind} in text {text} at {start}..{end}{(isShown ? $": {value.ReplaceLineEndings("↵")}" : "")}");
        }
    }

    private static void Hold(RedactionEvaluation[] sets)
    {
        foreach (var (set, recall, precision) in new[] { (sets[0], 1.0, 0.98), (sets[1], 0.99, 0.98), (sets[2], 0.95, 0.95) })
        {
            var (least, wrong) = (set.Kinds.MinBy(static kind => kind.Recall)!, set.Kinds.MinBy(static kind => kind.Precision)!);
            Judge.AtLeast($"{set.Name}: recall of {least.Kind}, the least", least.Recall, recall);
            Judge.AtLeast($"{set.Name}: precision of {wrong.Kind}, the least", wrong.Precision, precision);
        }
    }
}
