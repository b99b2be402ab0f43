using System.Globalization;
using Campaigns.Results.Reported;
using NodaTime.Text;

namespace Campaigns.Results.Report;

/// <summary>Tells what people entered by hand, apart from what was counted and never added to it.</summary>
internal sealed class ReportedStory(ResultsResponse results, CitedFigures figures)
{
    /// <summary>How many figures a page tells, and of how many accounts the growth; it says how many others stand in the results.</summary>
    public const int Most = 20;

    public IEnumerable<ReportSentence> Write()
    {
        var told = results.Reported.Index().Where(one => one.Item.Name != FigureName.Followers.Value && one.Item.Post is null).ToList();
        var grown = results.Accounts.Index().Where(account => account.Item.Growth is not null).ToList();
        ReportSentence?[] sentences =
        [
            .. told.Take(Most).Select(one => Entered(one.Item, one.Index)),
            Left(told.Count - Most, "figure that was entered by hand", "figures that were entered by hand"),
            .. grown.Take(Most).Select(account => Growth(account.Item, account.Index)),
            Left(grown.Count - Most, "account of which it is known how it grew", "accounts of which it is known how they grew"),
            .. results.Inputs.Select(unit => WentIn(unit.Key, unit.Value)),
        ];
        return sentences.OfType<ReportSentence>();
    }

    /// <summary>Says how many of what people entered are not told; null where all are.</summary>
    internal static ReportSentence? Left(int count, string one, string many) => count <= 0 ? null : new Sentence(ReportOrigin.SelfReported)
        .Say($"{ShownNumbers.Count(count, $"further {one}", $"further {many}")} {(count == 1 ? "stands" : "stand")} in the results.").End();

    private ReportSentence? Entered(ReportedResponse entered, int index)
    {
        var name = ReportWords.Spoken(entered.Name);
        var figure = figures.Cite(string.Create(CultureInfo.InvariantCulture, $"/reported/{index}/value"), ReportWords.Capital(name) + On(entered, int.MaxValue), entered.Value, said: entered);
        var unit = entered.Unit is { } words && !name.Contains(words, StringComparison.OrdinalIgnoreCase) ? $" ({ReportWords.Plain(words)})" : "";
        return figure.Value is null ? null : new Sentence(ReportOrigin.SelfReported).Tell(figure, name + unit, name + unit).Say($"{On(entered, FirstSheet.Who)}, as of {Day(entered.Date)}.").End();
    }

    private ReportSentence Growth(AccountResponse account, int index)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"/accounts/{index}");
        var (who, spoken) = (Who(ReportWords.Plain(account.Account)), Who(FirstSheet.Cut(ReportWords.Plain(account.Account), FirstSheet.Who)));
        var said = results.Reported.FirstOrDefault(one =>
            one.Post is null && one.Name == FigureName.Followers.Value && one.Channel == account.Channel && string.Equals(one.Account, account.Account, StringComparison.OrdinalIgnoreCase) && one.Scope == account.Scope);
        var sentence = new Sentence(ReportOrigin.SelfReported);
        if (account.GrowthPercent is { } percent)
        {
            // The word says the direction, so the number goes without its sign.
            sentence.Tell(figures.Cite($"{at}/growthPercent", $"Growth of the {who}", (decimal)percent, "%", said) switch
            {
                { Value: < 0 } fall => fall with { Shown = fall.Shown.TrimStart('-') },
                var rise => rise,
            }, percent < 0 ? "fall" : "rise", percent < 0 ? "fall" : "rise");
        }
        else
        {
            sentence.Tell(figures.Cite($"{at}/growth", $"Growth of the {who}", account.Growth, said: said), "follower more", "followers more");
        }

        return sentence.Say($" in the {spoken}, from ")
            .Tell(figures.Cite($"{at}/baseline", $"Followers of the {who} at first", account.Baseline, said: said), "follower", "followers").Say($" on {Day(account.BaselineDate!)} to ")
            .Tell(figures.Cite($"{at}/followers", $"Followers of the {who} at last", account.Followers, said: said), "follower", "followers").Say($" on {Day(account.Date!)}.").End();

        string Who(string name) => $"{ReportWords.Channel(account.Channel)} profile {name}{(account.Scope is { } scope ? $" ({scope})" : "")}";
    }

    private ReportSentence? WentIn(string unit, InputResponse input)
    {
        var isMoney = unit != InputNames.Hours;
        var total = figures.Cite($"/inputs/{unit}/total", isMoney ? $"What went in, in {unit}" : "Hours of work that went in", input.Total);
        if (total.Value is null)
        {
            return null;
        }

        var sentence = new Sentence(ReportOrigin.SelfReported).Tell(total, isMoney ? unit : "hour of work", isMoney ? unit : "hours of work").Say(" went in");
        if (isMoney && input.PerUse is { } each)
        {
            sentence.Say(", ").Tell(figures.Cite($"/inputs/{unit}/perUse", $"{unit} for each use", (decimal)each), unit, unit).Say(" for each use");
        }

        return sentence.Say(".").End();
    }

    private static string On(ReportedResponse entered, int most)
    {
        var which = string.Join(", ", new[] { entered.Account is { } account ? FirstSheet.Cut(ReportWords.Plain(account), most) : null, entered.Scope }.OfType<string>());
        return (entered.Channel is { } channel ? $" on {ReportWords.Channel(channel)}" : "") + (which.Length == 0 ? "" : $" ({which})");
    }

    private static string Day(string iso) => ShownNumbers.Day(LocalDatePattern.Iso.Parse(iso).Value.ToDateOnly());
}
