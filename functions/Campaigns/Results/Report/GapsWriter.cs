using System.Globalization;
using Campaigns.Planning;
using Campaigns.Results.Objectives;
using Campaigns.Results.Reported;

namespace Campaigns.Results.Report;

/// <summary>Says what the report cannot tell, and why: what is not known is never left out in silence.</summary>
internal sealed class GapsWriter(Campaign campaign, ResultsResponse results, CitedFigures figures)
{
    private const int MostNames = 5;

    // What later features fill in, as far as results say that it is not there.
    private static readonly (string Pointer, string What)[] Later =
    [
        ("/audience", "Who the audience was, and who was missed"),
        ("/posts", "How the campaign's own posts did"),
        ("/conversation", "What people asked, and whether it was answered"),
        ("/questionnaires", "What people answered to questionnaires"),
    ];

    public IReadOnlyList<ReportGap> Write(IReadOnlyList<ReportObjective> objectives) =>
    [
        // Of the figure of an objective its own line says more.
        .. figures.All.Where(figure => figure.Value is null && !figure.Path.StartsWith("/objectives/", StringComparison.Ordinal)).Select(figure => new ReportGap(figure.Name, figure.Status, results.Figures.GetValueOrDefault(figure.Path)?.Why ?? ReportWords.Why(figure.Status), figure.Id)),
        .. Accounts(),
        .. objectives.Where(objective => objective is { State: ObjectiveState.Unknown, Why: not null })
            .Select(objective => new ReportGap($"Whether the objective “{objective.Name}” is met", StatusOf(objective.Figure), objective.Why!, objective.Figure)),
        // Where the plan names nobody, who was missed is no question.
        .. Later.Where(later => later.Pointer != "/audience" || campaign.Audience.Count > 0).Where(later => results.Figures.GetValueOrDefault(later.Pointer)?.Status == FigureStatus.NotYet)
            .Select(later => new ReportGap(later.What, FigureStatus.NotYet, ReportWords.Why(FigureStatus.NotYet), null)),
    ];

    /// <summary>Accounts of which nobody entered enough to tell how they grew: one line for all of a status.</summary>
    private IEnumerable<ReportGap> Accounts() => results.Accounts.Index()
        .Where(account => account.Item.Growth is null)
        .GroupBy(account => results.Figures[string.Create(CultureInfo.InvariantCulture, $"/accounts/{account.Index}/growth")].Status, StringComparer.Ordinal)
        .Select(silent => new ReportGap(
            $"How the followers of {Names([.. silent.Select(account => account.Item)])} grew", silent.Key,
            "It takes the follower counts of two days, entered by hand.", null));

    private static string Names(IReadOnlyList<AccountResponse> accounts)
    {
        List<string> names = [.. accounts.Take(MostNames).Select(account => $"{ReportWords.Plain(account.Account)} ({ReportWords.Channel(account.Channel)})")];
        return ShownNumbers.List(accounts.Count > MostNames ? [.. names, ShownNumbers.Count(accounts.Count - MostNames, "other account", "other accounts")] : names);
    }

    private string StatusOf(string figure) => figures.All.First(one => one.Id == figure) switch
    {
        // The figure is there, and still nobody can tell what it says of the objective.
        { Value: not null } => FigureStatus.NotOffered,
        var unknown => unknown.Status,
    };
}
