namespace Campaigns.Results.Report;

/// <summary>What stands above a comparison and its columns.</summary>
internal static class ComparisonWords
{
    public static string Heading(ReportComparison comparison) => IsOfDays(comparison) ? "Beside other days" : "Beside an earlier campaign";

    public static string Caption(CampaignReport report, ReportComparison comparison) => IsOfDays(comparison)
        ? $"{ShownNumbers.Period(report.FirstDay, report.LastDay)} and {ShownNumbers.Period(comparison.FirstDay!.Value, comparison.LastDay!.Value)}{(AreAsMany(report, comparison) ? "" : ", however many days each are")}"
        : $"This campaign and {Name(comparison)}, however long each was";

    public static string Caption(ReportComparison comparison, ReportSoFar soFar) =>
        $"The first {ShownNumbers.Count(soFar.Days, "day", "days")} of this campaign, and as many of {Name(comparison)}";

    /// <summary>The columns of both.</summary>
    public static (string Here, string There) Sides(ReportComparison comparison) => IsOfDays(comparison) ? ("These days", "The others") : ("Here", "There");

    private static bool AreAsMany(CampaignReport report, ReportComparison comparison) =>
        report.LastDay.DayNumber - report.FirstDay.DayNumber == comparison.LastDay!.Value.DayNumber - comparison.FirstDay!.Value.DayNumber;

    private static string Name(ReportComparison comparison) => comparison.Name ?? "another one";

    private static bool IsOfDays(ReportComparison comparison) => comparison.With == ReportComparison.Days;
}
