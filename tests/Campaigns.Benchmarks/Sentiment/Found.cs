namespace Campaigns.Benchmarks.Sentiment;

/// <summary>What an analyser made of labelled texts, and how long it took.</summary>
/// <param name="Analyser">Which.</param>
/// <param name="Microseconds">Processor time per text.</param>
/// <param name="Accuracy">The share of texts with the right label.</param>
/// <param name="Classes">By class.</param>
internal sealed record Found(string Analyser, double Microseconds, double Accuracy, IReadOnlyList<ClassFigures> Classes)
{
    /// <summary>Every class weighs the same.</summary>
    public double MacroF1 => Classes.Average(static one => one.F1);

    public static Found Of(string analyser, double microseconds, IReadOnlyList<Label> labels, IReadOnlyList<Label> found)
    {
        var both = labels.Zip(found).ToList();
        return new(
            analyser,
            microseconds,
            both.Count(static one => one.First == one.Second) / (double)both.Count,
            [.. Enum.GetValues<Label>().Select(label => new ClassFigures(
                label.ToString(),
                Share(both.Where(one => one.Second == label), one => one.First == label),
                Share(both.Where(one => one.First == label), one => one.Second == label)))]);
    }

    private static double Share(IEnumerable<(Label First, Label Second)> of, Func<(Label First, Label Second), bool> which) =>
        of.Select(one => which(one) ? 1.0 : 0).DefaultIfEmpty(0).Average();
}
