namespace Campaigns.Results.Report;

/// <summary>Writes the tables of the Markdown.</summary>
internal static class MarkdownTables
{
    public static void Objectives(MarkupText page, CampaignReport report)
    {
        if (report.Objectives.Count == 0)
        {
            return;
        }

        page.Add($"\n## What was to be reached\n\n| Layer | Objective | By | Before | Target | Now | Of the way | State |\n|---|---|---|---:|---:|---:|---:|---|\n");
        foreach (var objective in report.Objectives)
        {
            page.Add($"| {ReportWords.Capital(objective.Layer)} | {objective.Name} | {ShownNumbers.Day(objective.By)} | {ReportWords.Amount(objective.Baseline, objective.Unit)} | {ReportWords.Amount(objective.Target, objective.Unit)} ");
            page.Add($"| {objective.Now.Shown}{ReportWords.Mark(objective)} | {(objective.Progress is { } progress ? ShownNumbers.Percent(progress) : "not known")} | **{ReportWords.State(objective.State)}**{ReportWords.More(objective)} |\n");
        }
    }

    public static void Numbers(MarkupText page, CampaignReport report)
    {
        if (report.Timeline.Rows.Count == 0)
        {
            return;
        }

        page.Add($"\n## When and where\n\n| Uses of the hashtags {TimelineChart.Each(report.Timeline)} | Mentions | Uses |\n|---|---:|---:|\n");
        foreach (var row in report.Timeline.Rows)
        {
            page.Add($"| {ShownNumbers.Period(row.From, row.To)} | {ShownNumbers.Number(row.Mentions)} | {ShownNumbers.Number(row.Uses)} |\n");
        }

        if (report.Channels.Count == 0)
        {
            return;
        }

        page.Add($"\n| Channel | Mentions | Uses | Contributors | Potential reach |\n|---|---:|---:|---:|---:|\n");
        foreach (var channel in report.Channels)
        {
            page.Add($"| {channel.Name} | {channel.Mentions.Shown} | {channel.Uses.Shown} | {channel.Contributors.Shown} | {channel.PotentialReach.Shown} |\n");
        }
    }

    public static void Comparison(MarkupText page, ReportComparison? comparison)
    {
        if (comparison is null)
        {
            return;
        }

        page.Add($"\n## Beside an earlier campaign\n\nThis campaign and {comparison.Name ?? "another one"}, however long each was.\n\n| Figure | Here | There | Change | In percent |\n|---|---:|---:|---:|---:|\n");
        foreach (var row in comparison.Rows)
        {
            page.Add($"| {row.Name} | {row.Now.Shown} | {row.Then.Shown} | {row.Change.Shown} | {row.ChangePercent.Shown} |\n");
        }
    }

    public static void Derivations(MarkupText page, CampaignReport report)
    {
        page.Add($"\n## Where each figure comes from\n\n| Figure | Number | What it means | How it came about | As of | Coverage |\n|---|---:|---|---|---|---:|\n");
        foreach (var figure in report.Figures)
        {
            page.Add($"| {figure.Name} | {figure.Shown} | ");
            if (figure.Said?.Definition is { } words)
            {
                page.Add($"“{words}” ");
            }
            else if (figure.Meaning is { } meaning)
            {
                page.Add($"{meaning} ");
            }

            if (figure.Definition is { } definition)
            {
                page.Add($"[{definition}]({figure.DefinitionUrl}) ");
            }

            page.Add($"| {ReportWords.CameAbout(figure)} | {(figure.AsOf is { } asOf ? ShownNumbers.Moment(asOf) : ReportWords.Capital(ReportWords.Short(figure.Status)))} | {ReportWords.Coverage(figure)} |\n");
        }
    }
}
