namespace Campaigns.Results.Report;

/// <summary>Writes the report as Markdown, to be taken into a paper, a wiki or a mail.</summary>
internal static class MarkdownReport
{
    public static string Write(CampaignReport report)
    {
        var page = new MarkupText(MarkdownEscape.Of);
        page.Add($"# {report.Name}: campaign report\n\n{ShownNumbers.Period(report.FirstDay, report.LastDay)} · {ShownNumbers.List(report.Hashtags)}");
        if (report.Owner is { } owner)
        {
            page.Add($" · {owner}");
        }

        page.Add($"\n\n{HtmlReport.AsOf(report)}\n");
        Story(page, report);
        MarkdownTables.Objectives(page, report);
        MarkdownTables.Numbers(page, report);
        Supporters(page, report);
        MarkdownTables.Comparison(page, report);
        Gaps(page, report);
        MarkdownTables.Derivations(page, report);
        return page.ToString();
    }

    private static void Story(MarkupText page, CampaignReport report)
    {
        page.Add($"\n## What happened\n");
        foreach (var origin in ReportOrigin.Told)
        {
            var sentences = report.Story.Where(sentence => sentence.Origin == origin).ToList();
            if (sentences.Count == 0)
            {
                continue;
            }

            page.Add($"\n### {ReportWords.Heading(origin, report)}\n\n");
            foreach (var sentence in sentences)
            {
                page.Add($"- ");
                Parts(page, sentence, report);
                page.Add($"\n");
            }
        }

        page.Add($"\n**We tell people:** {report.Plan.Tell}\n\n**We want to hear:** {report.Plan.Hear}\n\n**We act on it:** {report.Plan.Act}\n");
    }

    private static void Parts(MarkupText page, ReportSentence sentence, CampaignReport report)
    {
        foreach (var part in sentence.Parts)
        {
            Part(page, part, part.Figure is { } id ? report.Figures.First(figure => figure.Id == id).DefinitionUrl : null);
        }
    }

    private static void Part(MarkupText page, ReportPart part, string? link)
    {
        if (link is null)
        {
            page.Add($"{part.Text}");
        }
        else
        {
            page.Add($"**[{part.Text}]({link})**");
        }
    }

    private static void Supporters(MarkupText page, CampaignReport report)
    {
        var supporters = report.Supporters;
        if (supporters.Named.Count == 0)
        {
            return;
        }

        page.Add($"\n## Supporters who took part\n\n");
        foreach (var one in supporters.Named)
        {
            page.Add($"- {one.Name} ({ReportWords.Kind(one.Kind)}, {one.Channel}): {ShownNumbers.Count(one.Mentions, "mention", "mentions")}, {ShownNumbers.Count(one.Uses, "use", "uses")}\n");
        }

        page.Add($"\n{ReportWords.Others(supporters)}\n");
        if (supporters.Active is { } active)
        {
            page.Add($"\n");
            Parts(page, active, report);
            page.Add($"\n");
        }
    }

    private static void Gaps(MarkupText page, CampaignReport report)
    {
        page.Add($"\n## What is not known\n\n");
        foreach (var gaps in report.NotKnown.GroupBy(gap => (gap.Status, gap.Why)))
        {
            page.Add($"- **{ReportWords.Capital(ReportWords.Short(gaps.Key.Status))}**: {string.Join("; ", gaps.Select(gap => gap.What))}. {gaps.Key.Why}\n");
        }

        if (report.NotKnown.Count == 0)
        {
            page.Add($"- Every figure that this report tells is known.\n");
        }

        if (report.Limits.Count > 0)
        {
            page.Add($"\n### How far the figures go\n\n");
            foreach (var limit in report.Limits)
            {
                page.Add($"- {limit}\n");
            }
        }
    }
}
