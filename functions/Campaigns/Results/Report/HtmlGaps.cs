namespace Campaigns.Results.Report;

/// <summary>Writes what the report cannot tell: on the first sheet in brief, and whole in the annex where that left something out.</summary>
internal static class HtmlGaps
{
    public static void Write(MarkupText page, CampaignReport report) => HtmlReport.Section(page, "gaps", "What is not known", () =>
    {
        page.Add($"<div class=\"beside\">\n<div>\n");
        List(page, Brief(report));
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
            List(page, Reasons(report));
            if (report.Limits.Count > 0)
            {
                page.Add($"<h3>How far the figures go</h3>\n");
                HtmlLists.Lines(page, report.Limits);
            }
        });
    }

    private static bool Fits(CampaignReport report) => Reasons(report).Count <= FirstSheet.Reasons && Brief(report).All(reason => reason.IsWhole);

    /// <summary>What is not known, by why.</summary>
    private static IReadOnlyList<Reason> Reasons(CampaignReport report) =>
        [.. report.NotKnown.GroupBy(gap => (gap.Status, gap.Why)).Select(gaps => new Reason(gaps.Key.Status, gaps.Key.Why, [.. gaps]))];

    /// <summary>As much of it as the first sheet has room for: the first reasons, and of each as many things, in as many characters.</summary>
    private static IReadOnlyList<Reason> Brief(CampaignReport report)
    {
        Reason[] reasons = [.. Reasons(report).Take(FirstSheet.Reasons)];
        return [.. reasons.Select(reason => Brief(reason, FirstSheet.Gaps / reasons.Length))];
    }

    private static Reason Brief(Reason reason, int room)
    {
        var length = 0;
        ReportGap[] shown = [.. reason.Gaps.Select(gap => gap with { What = FirstSheet.Cut(gap.What, FirstSheet.Text) }).TakeWhile(gap => (length += gap.What.Length + 2) <= room)];
        return shown.SequenceEqual(reason.Gaps) ? reason : reason with { Gaps = shown, More = reason.Gaps.Length - shown.Length, IsWhole = false };
    }

    private static void List(MarkupText page, IReadOnlyList<Reason> reasons)
    {
        page.Add($"<ul>\n");
        foreach (var reason in reasons)
        {
            page.Add($"<li><strong>{ReportWords.Capital(ReportWords.Short(reason.Status))}</strong>: ");
            foreach (var (index, gap) in reason.Gaps.Index())
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

            page.Add($"{(reason.More > 0 ? $"; and {ShownNumbers.Number(reason.More)} more." : reason.IsWhole ? "." : "")} {reason.Why}</li>\n");
        }

        if (reasons.Count == 0)
        {
            page.Add($"<li>Every figure that this report tells is known.</li>\n");
        }

        page.Add($"</ul>\n");
    }

    /// <summary>Why something is not known, and what that is.</summary>
    private sealed record Reason(string Status, string Why, ReportGap[] Gaps, int More = 0, bool IsWhole = true);
}
