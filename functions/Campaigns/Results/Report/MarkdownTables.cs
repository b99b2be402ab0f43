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

    public static void Comparison(MarkupText page, CampaignReport report)
    {
        if (report.Comparison is not { } comparison)
        {
            return;
        }

        page.Add($"\n## {ComparisonWords.Heading(comparison)}\n");
        if (comparison.SoFar is { } soFar)
        {
            Compared(page, ComparisonWords.Caption(comparison, soFar), comparison, soFar.Rows);
        }

        Compared(page, ComparisonWords.Caption(report, comparison), comparison, comparison.Rows);
        if (comparison.Unlike.Count > 0)
        {
            page.Add($"\n");
        }

        foreach (var unlike in comparison.Unlike)
        {
            page.Add($"- {unlike}\n");
        }
    }

    private static void Compared(MarkupText page, string caption, ReportComparison comparison, IReadOnlyList<ReportComparisonRow> rows)
    {
        var (here, there) = ComparisonWords.Sides(comparison);
        page.Add($"\n{caption}.\n\n| Figure | {here} | {there} | Change | In percent |\n|---|---:|---:|---:|---:|\n");
        foreach (var row in rows)
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

            page.Add($"| {ReportWords.CameAbout(figure)} | {ReportWords.AsOf(figure)} | {ReportWords.Coverage(figure)} |\n");
        }
    }
}
