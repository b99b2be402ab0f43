namespace Campaigns.Results.Report;

/// <summary>Writes the tables of the page.</summary>
internal static class HtmlTables
{
    public static void Objectives(MarkupText page, CampaignReport report)
    {
        if (report.Objectives.Count == 0)
        {
            return;
        }

        HtmlReport.Section(page, "objectives", "What was to be reached", () =>
        {
            page.Add($"""
                <table>
                <caption>Objectives by layer, from what went out to what came of it</caption>
                <thead><tr><th scope="col">Objective</th><th scope="col">By</th><th scope="col" class="number">Before</th><th scope="col" class="number">Target</th><th scope="col" class="number">Now</th><th scope="col" class="number">Of the way</th><th scope="col">State</th></tr></thead>

                """);
            foreach (var layer in report.Objectives.GroupBy(objective => objective.Layer))
            {
                page.Add($"<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"7\">{ReportWords.Capital(layer.Key)}</th></tr>\n");
                foreach (var objective in layer)
                {
                    Objective(page, objective);
                }

                page.Add($"</tbody>\n");
            }

            page.Add($"</table>\n");
        });
    }

    public static void Comparison(MarkupText page, ReportComparison? comparison)
    {
        if (comparison is null)
        {
            return;
        }

        HtmlReport.Section(page, "comparison", "Beside an earlier campaign", () =>
        {
            page.Add($"<table>\n<caption>This campaign and <bdi>{comparison.Name ?? "another one"}</bdi>, however long each was</caption>\n<thead><tr><th scope=\"col\">Figure</th><th scope=\"col\" class=\"number\">Here</th><th scope=\"col\" class=\"number\">There</th><th scope=\"col\" class=\"number\">Change</th><th scope=\"col\" class=\"number\">In percent</th></tr></thead>\n<tbody>\n");
            foreach (var row in comparison.Rows)
            {
                page.Add($"<tr><th scope=\"row\">{row.Name}</th><td class=\"number\">{row.Now.Shown}</td><td class=\"number\">{row.Then.Shown}</td><td class=\"number\">{row.Change.Shown}</td><td class=\"number\">{row.ChangePercent.Shown}</td></tr>\n");
            }

            page.Add($"</tbody>\n</table>\n");
        });
    }

    /// <summary>The numbers behind the drawings.</summary>
    public static void Numbers(MarkupText page, CampaignReport report)
    {
        if (report.Timeline.Rows.Count == 0)
        {
            return;
        }

        HtmlReport.Section(page, "numbers", "The numbers behind the charts", () =>
        {
            page.Add($"<table id=\"days\">\n<caption>Uses of the hashtags {TimelineChart.Each(report.Timeline)}</caption>\n<thead><tr><th scope=\"col\">When</th><th scope=\"col\" class=\"number\">Mentions</th><th scope=\"col\" class=\"number\">Uses</th></tr></thead>\n<tbody>\n");
            foreach (var row in report.Timeline.Rows)
            {
                page.Add($"<tr><th scope=\"row\">{ShownNumbers.Period(row.From, row.To)}</th><td class=\"number\">{ShownNumbers.Number(row.Mentions)}</td><td class=\"number\">{ShownNumbers.Number(row.Uses)}</td></tr>\n");
            }

            page.Add($"</tbody>\n</table>\n");
            if (report.Channels.Count == 0)
            {
                return;
            }

            page.Add($"<table id=\"where\">\n<caption>By channel; numbers about few people are hidden</caption>\n<thead><tr><th scope=\"col\">Channel</th><th scope=\"col\" class=\"number\">Mentions</th><th scope=\"col\" class=\"number\">Uses</th><th scope=\"col\" class=\"number\">Contributors</th><th scope=\"col\" class=\"number\">Potential reach</th></tr></thead>\n<tbody>\n");
            foreach (var channel in report.Channels)
            {
                page.Add($"<tr><th scope=\"row\">{channel.Name}</th><td class=\"number\">{channel.Mentions.Shown}</td><td class=\"number\">{channel.Uses.Shown}</td><td class=\"number\">{channel.Contributors.Shown}</td><td class=\"number\">{channel.PotentialReach.Shown}</td></tr>\n");
            }

            page.Add($"</tbody>\n</table>\n");
        }, startsSheet: true);
    }

    /// <summary>Where each figure comes from.</summary>
    public static void Derivations(MarkupText page, CampaignReport report) => HtmlReport.Section(page, "derivations", "Where each figure comes from", () =>
    {
        page.Add($"""
            <table>
            <caption>Every figure of this report, with what it means and how it came about</caption>
            <thead><tr><th scope="col">Figure</th><th scope="col" class="number">Number</th><th scope="col">What it means</th><th scope="col">How it came about</th><th scope="col">As of</th><th scope="col" class="number">Coverage</th></tr></thead>
            <tbody>

            """);
        foreach (var figure in report.Figures)
        {
            page.Add($"<tr id=\"{figure.Id}\"><th scope=\"row\"><bdi>{figure.Name}</bdi></th><td class=\"number\">{figure.Shown}</td><td>");
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

            page.Add($"</td><td>{ReportWords.CameAbout(figure)}</td><td>{(figure.AsOf is { } asOf ? ShownNumbers.Moment(asOf) : ReportWords.Capital(ReportWords.Short(figure.Status)))}</td><td class=\"number\">{ReportWords.Coverage(figure)}</td></tr>\n");
        }

        page.Add($"</tbody>\n</table>\n");
    }, startsSheet: report.Timeline.Rows.Count == 0);

    private static void Objective(MarkupText page, ReportObjective objective)
    {
        page.Add($"<tr><th scope=\"row\"><bdi>{objective.Name}</bdi></th><td>{ShownNumbers.Day(objective.By)}</td><td class=\"number\">{ReportWords.Amount(objective.Baseline, objective.Unit)}</td><td class=\"number\">{ReportWords.Amount(objective.Target, objective.Unit)}</td>");
        page.Add($"<td class=\"number\"><a href=\"#{objective.Figure}\">{objective.Now.Shown}</a>{ReportWords.Mark(objective)}</td>");
        page.Add($"<td class=\"number\">{(objective.Progress is { } progress ? ShownNumbers.Percent(progress) : "not known")}</td><td><strong>{ReportWords.State(objective.State)}</strong>{ReportWords.More(objective)}</td></tr>\n");
    }
}
