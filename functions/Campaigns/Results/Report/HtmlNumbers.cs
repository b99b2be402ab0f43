namespace Campaigns.Results.Report;

/// <summary>Writes the numbers behind the drawings.</summary>
internal static class HtmlNumbers
{
    public static void Write(MarkupText page, CampaignReport report)
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
        });
    }
}
