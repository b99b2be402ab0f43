namespace Campaigns.Results.Report;

/// <summary>Writes what the report cannot tell: on the first sheet in brief, and whole in the annex where that left something out.</summary>
internal static class HtmlGaps
{
    public static void Write(MarkupText page, CampaignReport report) => HtmlReport.Section(page, "gaps", "What is not known", () =>
    {
        page.Add($"<div class=\"beside\">\n<div>\n");
        List(page, report, FirstSheet.Reasons, FirstSheet.Gaps, FirstSheet.Text);
        if (!Fits(report))
        {
            page.Add($"<p>{ShownNumbers.Count(report.NotKnown.Count, "thing is", "things are")} not known in all: <a href=\"#all-gaps\">see the annex</a>.</p>\n");
        }

        page.Add($"</div>\n");
        if (report.Limits.Count > 0)
        {
            page.Add($"<div>\n<h3>How far the figures go</h3>\n");
            HtmlLists.Lines(page, report.Limits.Take(FirstSheet.Limits));
            if (report.Limits.Count > FirstSheet.Limits)
            {
                page.Add($"<p><a href=\"#all-gaps\">{ShownNumbers.Count(report.Limits.Count - FirstSheet.Limits, "further limit", "further limits")}</a>: see the annex.</p>\n");
            }

            page.Add($"</div>\n");
        }

        page.Add($"</div>\n");
    });

    /// <summary>Everything that is not known, where the first sheet has no room for it.</summary>
    public static void Whole(MarkupText page, CampaignReport report)
    {
        if (Fits(report) && report.Limits.Count <= FirstSheet.Limits)
        {
            return;
        }

        HtmlReport.Section(page, "all-gaps", "Everything that is not known", () =>
        {
            List(page, report, int.MaxValue, int.MaxValue, int.MaxValue);
            if (report.Limits.Count > 0)
            {
                page.Add($"<h3>How far the figures go</h3>\n");
                HtmlLists.Lines(page, report.Limits);
            }
        });
    }

    private static IReadOnlyList<IGrouping<(string Status, string Why), ReportGap>> Reasons(CampaignReport report) =>
        [.. report.NotKnown.GroupBy(gap => (gap.Status, gap.Why))];

    private static bool Fits(CampaignReport report) => Reasons(report) is { Count: <= FirstSheet.Reasons } reasons
        && reasons.All(gaps => gaps.Count() <= FirstSheet.Gaps) && report.NotKnown.All(gap => FirstSheet.Cut(gap.What, FirstSheet.Text) == gap.What);

    private static void List(MarkupText page, CampaignReport report, int mostReasons, int mostGaps, int mostText)
    {
        page.Add($"<ul>\n");
        foreach (var gaps in Reasons(report).Take(mostReasons))
        {
            page.Add($"<li><strong>{ReportWords.Capital(ReportWords.Short(gaps.Key.Status))}</strong>: ");
            foreach (var (index, gap) in gaps.Take(mostGaps).Index())
            {
                var what = FirstSheet.Cut(gap.What, mostText);
                page.Add($"{(index == 0 ? "" : "; ")}");
                if (gap.Figure is { } figure)
                {
                    page.Add($"<a href=\"#{figure}\">{what}</a>");
                }
                else
                {
                    page.Add($"{what}");
                }
            }

            page.Add($"{(gaps.Count() > mostGaps ? $"; and {ShownNumbers.Number(gaps.Count() - mostGaps)} more" : "")}. {gaps.Key.Why}</li>\n");
        }

        if (report.NotKnown.Count == 0)
        {
            page.Add($"<li>Every figure that this report tells is known.</li>\n");
        }

        page.Add($"</ul>\n");
    }
}
