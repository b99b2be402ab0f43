namespace Campaigns.Results.Report;

/// <summary>Writes the tables of the page.</summary>
internal static class HtmlTables
{
    /// <summary>The objectives for which the first sheet has room.</summary>
    public static void Objectives(MarkupText page, CampaignReport report, Brief brief)
    {
        if (report.Objectives.Count == 0)
        {
            return;
        }

        HtmlReport.Section(page, "objectives", "What was to be reached", () =>
        {
            Objectives(page, ReportWords.States(report.Objectives), [.. report.Objectives.Take(FirstSheet.Objectives)], name => brief.Of("Objective", name, FirstSheet.Name));
            if (report.Objectives.Count > FirstSheet.Objectives)
            {
                page.Add($"<p><a href=\"#more-objectives\">{ShownNumbers.Count(report.Objectives.Count - FirstSheet.Objectives, "further objective", "further objectives")}</a>: see the annex.</p>\n");
            }
        });
    }

    /// <summary>The others.</summary>
    public static void FurtherObjectives(MarkupText page, CampaignReport report)
    {
        if (report.Objectives.Count > FirstSheet.Objectives)
        {
            HtmlReport.Section(page, "more-objectives", "What else was to be reached", () =>
                Objectives(page, "The objectives that the first sheet has no room for", [.. report.Objectives.Skip(FirstSheet.Objectives)], name => name));
        }
    }

    /// <summary>Where each figure comes from.</summary>
    public static void Derivations(MarkupText page, CampaignReport report) => HtmlReport.Section(page, "derivations", "Where each figure comes from", () =>
    {
        page.Add($"""
            <table class="derivations">
            <caption>Every figure of this report, with what it means and how it came about</caption>
            <thead><tr><th scope="col">Figure</th><th scope="col" class="number">Number</th><th scope="col">What it means</th><th scope="col">How it came about</th><th scope="col">As of</th><th scope="col" class="number">Coverage</th></tr></thead>
            <tbody>

            """);
        foreach (var figure in report.Figures)
        {
            page.Add($"<tr id=\"{figure.Id}\"><th scope=\"row\"><bdi>{figure.Name}</bdi></th><td class=\"number\" data-of=\"Number\">{figure.Shown}</td><td>");
            if (figure.Said?.Definition is { } words)
            {
                page.Add($"“<bdi>{words}</bdi>” ");
            }
            else if (figure.Meaning is { } meaning)
            {
                page.Add($"{meaning} ");
            }

            if (figure.Definition is { } definition)
            {
                page.Add($"<a href=\"{figure.DefinitionUrl}\">{definition}</a>");
            }

            page.Add($"</td><td>{ReportWords.CameAbout(figure)}</td><td data-of=\"As of\">{ReportWords.AsOf(figure)}</td><td class=\"number\" data-of=\"Coverage\">{ReportWords.Coverage(figure)}</td></tr>\n");
        }

        page.Add($"</tbody>\n</table>\n");
    });

    private static void Objectives(MarkupText page, string caption, IReadOnlyList<ReportObjective> objectives, Func<string, string> named)
    {
        // Where nobody knows what was before, a column of that tells nothing.
        var hasBefore = objectives.Any(objective => objective.Baseline is not null);
        page.Add($"<table class=\"objectives\">\n<caption>{caption}</caption>\n<thead><tr><th scope=\"col\">Layer and objective</th><th scope=\"col\">By</th>");
        if (hasBefore)
        {
            page.Add($"<th scope=\"col\" class=\"number\">Before</th>");
        }

        page.Add($"<th scope=\"col\" class=\"number\">Target</th><th scope=\"col\" class=\"number\">Now</th><th scope=\"col\" class=\"number\">Of the way</th><th scope=\"col\">State</th></tr></thead>\n<tbody>\n");
        foreach (var objective in objectives)
        {
            page.Add($"<tr><th scope=\"row\"><span class=\"layer\">{ReportWords.Capital(objective.Layer)}</span> <bdi>{named(objective.Name)}</bdi></th><td data-of=\"By\">{ShownNumbers.Day(objective.By)}</td>");
            if (hasBefore)
            {
                page.Add($"<td class=\"number\" data-of=\"Before\">{ReportWords.Amount(objective.Baseline, objective.Unit)}</td>");
            }

            page.Add($"<td class=\"number\" data-of=\"Target\">{ReportWords.Amount(objective.Target, objective.Unit)}</td><td class=\"number\" data-of=\"Now\"><a href=\"#{objective.Figure}\">{objective.Now.Shown}</a>{ReportWords.Mark(objective)}</td>");
            page.Add($"<td class=\"number\" data-of=\"Of the way\">{(objective.Progress is { } progress ? ShownNumbers.Percent(progress) : "not known")}</td><td data-of=\"State\"><strong>{ReportWords.State(objective.State)}</strong>{ReportWords.More(objective)}</td></tr>\n");
        }

        page.Add($"</tbody>\n</table>\n");
    }
}
