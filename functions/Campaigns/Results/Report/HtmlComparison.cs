namespace Campaigns.Results.Report;

/// <summary>Writes what the campaign, or days of it, are compared with.</summary>
internal static class HtmlComparison
{
    public static void Write(MarkupText page, CampaignReport report)
    {
        if (report.Comparison is not { } comparison)
        {
            return;
        }

        HtmlReport.Section(page, "comparison", ComparisonWords.Heading(comparison), () =>
        {
            if (comparison.SoFar is { } soFar)
            {
                Table(page, ComparisonWords.Caption(comparison, soFar), comparison, soFar.Rows);
            }

            Table(page, ComparisonWords.Caption(report, comparison), comparison, comparison.Rows);
            if (comparison.Unlike.Count > 0)
            {
                HtmlLists.Lines(page, comparison.Unlike);
            }
        });
    }

    private static void Table(MarkupText page, string caption, ReportComparison comparison, IReadOnlyList<ReportComparisonRow> rows)
    {
        var (here, there) = ComparisonWords.Sides(comparison);
        page.Add($"<table>\n<caption><bdi>{caption}</bdi></caption>\n<thead><tr><th scope=\"col\">Figure</th><th scope=\"col\" class=\"number\">{here}</th><th scope=\"col\" class=\"number\">{there}</th><th scope=\"col\" class=\"number\">Change</th><th scope=\"col\" class=\"number\">In percent</th></tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            page.Add($"<tr><th scope=\"row\">{row.Name}</th><td class=\"number\">{row.Now.Shown}</td><td class=\"number\">{row.Then.Shown}</td><td class=\"number\">{row.Change.Shown}</td><td class=\"number\">{row.ChangePercent.Shown}</td></tr>\n");
        }

        page.Add($"</tbody>\n</table>\n");
    }
}
