using Campaigns.Results.Comparison;

namespace Campaigns.Results.Report;

/// <summary>Tells what changed: like for like where the campaign still runs, and with how many days each had where they are not as many.</summary>
internal sealed class ComparedStory(ResultsResponse results, CitedFigures figures)
{
    /// <summary>The first two of these that are known on both sides.</summary>
    private static readonly (string Metric, string One, string Many)[] Told = [("uses", "use", "uses"), ("contributors", "contributor", "contributors"), ("mentions", "mention", "mentions")];

    private const int Most = 2;

    /// <summary>The sentence; none where there is nothing to compare.</summary>
    public IEnumerable<ReportSentence> Write()
    {
        if (results.Comparison is not { From: { } from, To: { } to } other)
        {
            return [];
        }

        var there = results.IsBesideOtherDays ? ShownNumbers.Period(DateOnly.FromDateTime(from.DateTime), ComparedRows.LastDay(to)) : FirstSheet.Cut(ReportWords.Plain(other.Name!), FirstSheet.Who);
        if (other.SoFar is { } soFar)
        {
            return Sentence(
                $"In its first {ShownNumbers.Count(soFar.Days, "day", "days")}, compared with as many of {there}, ", $"in the first {ShownNumbers.Count(soFar.Days, "day", "days")}", there, "/comparison/soFar/values",
                metric => ($"/comparison/soFar/values/{metric}/now", soFar.Values[metric].Now), metric => soFar.Values[metric]);
        }

        var (days, others) = (Days(results.From, results.To), Days(from, to));
        var lengths = days == others ? "" : $" ({ShownNumbers.Count(others, "day", "days")}, and {(results.IsBesideOtherDays ? "these are" : "this one had")} {ShownNumbers.Number(days)})";
        return Sentence(
            $"Compared with {there}{lengths}, ", null, there, "/comparison/values", metric => ComparisonWriter.Here(results, metric), metric => other.Values[metric]);
    }

    private IEnumerable<ReportSentence> Sentence(
        string begin, string? when, string there, string at, Func<string, (string Pointer, decimal? Value)> sideHere, Func<string, ComparedResponse> beside)
    {
        var known = Told.Where(one => beside(one.Metric) is { Then: not null, Change: not null }).Take(Most).ToList();
        if (known.Count == 0)
        {
            return [];
        }

        var sentence = new Sentence(ReportOrigin.Counted).Say(begin);
        foreach (var (index, (metric, one, many)) in known.Index())
        {
            var (name, here, compared) = (ReportWords.Metric(metric), sideHere(metric), beside(metric));
            sentence.Say(index == 0 ? "" : " and ")
                .Tell(figures.Cite(here.Pointer, when is null ? name : $"{name} {when}", here.Value), one, many).Say(" against ")
                .Tell(figures.Cite($"{at}/{metric}/then", $"{name}, {there}", compared.Then)).Say(" (");
            Change(sentence, $"{at}/{metric}", $"{name} beside {there}", compared);
            sentence.Say(")");
        }

        return [sentence.Say(".").End()];
    }

    /// <summary>The word says the direction, so the number goes without its sign.</summary>
    private void Change(Sentence sentence, string at, string name, ComparedResponse compared)
    {
        var word = compared.Change < 0 ? "fewer" : "more";
        if (compared.Change == 0)
        {
            sentence.Tell(figures.Cite($"{at}/change", $"Change of {name}", compared.Change) with { Shown = "as many" });
        }
        else if (compared.ChangePercent is { } percent)
        {
            Tell(figures.Cite($"{at}/changePercent", $"Change of {name} in percent", (decimal)percent, "%"));
        }
        else
        {
            Tell(figures.Cite($"{at}/change", $"Change of {name}", compared.Change));
        }

        void Tell(ReportFigure change) => sentence.Tell(change with { Shown = change.Shown.TrimStart('-') }, word, word);
    }

    private static int Days(DateTimeOffset from, DateTimeOffset to) => DateOnly.FromDateTime(to.DateTime).DayNumber - DateOnly.FromDateTime(from.DateTime).DayNumber;
}
