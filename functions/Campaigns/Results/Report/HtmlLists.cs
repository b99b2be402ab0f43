namespace Campaigns.Results.Report;

/// <summary>Writes the lists of the page: who took part by name, and what the report cannot tell.</summary>
internal static class HtmlLists
{
    public static void Supporters(MarkupText page, ReportSupporters supporters)
    {
        if (supporters.Named.Count == 0)
        {
            return;
        }

        HtmlReport.Section(page, "supporters", "Supporters who took part", () =>
        {
            page.Add($"<ul>\n");
            foreach (var one in supporters.Named)
            {
                page.Add($"<li><bdi>{one.Name}</bdi> ({ReportWords.Kind(one.Kind)}, {one.Channel}): {ShownNumbers.Count(one.Mentions, "mention", "mentions")}, {ShownNumbers.Count(one.Uses, "use", "uses")}</li>\n");
            }

            page.Add($"</ul>\n<p>{ReportWords.Others(supporters)}</p>\n");
        });
    }

    public static void Gaps(MarkupText page, CampaignReport report) => HtmlReport.Section(page, "gaps", "What is not known", () =>
    {
        page.Add($"<ul>\n");
        foreach (var gaps in report.NotKnown.GroupBy(gap => (gap.Status, gap.Why)))
        {
            page.Add($"<li><strong>{ReportWords.Capital(ReportWords.Short(gaps.Key.Status))}</strong>: ");
            foreach (var (index, gap) in gaps.Index())
            {
                page.Add($"{(index == 0 ? "" : "; ")}");
                if (gap.Figure is { } figure)
                {
                    page.Add($"<a href=\"#{figure}\">{gap.What}</a>");
                }
                else
                {
                    page.Add($"{gap.What}");
                }
            }

            page.Add($". {gaps.Key.Why}</li>\n");
        }

        if (report.NotKnown.Count == 0)
        {
            page.Add($"<li>Every figure that this report tells is known.</li>\n");
        }

        page.Add($"</ul>\n");
        if (report.Limits.Count > 0)
        {
            page.Add($"<h3>How far the figures go</h3>\n<ul>\n");
            foreach (var limit in report.Limits)
            {
                page.Add($"<li>{limit}</li>\n");
            }

            page.Add($"</ul>\n");
        }
    });
}
