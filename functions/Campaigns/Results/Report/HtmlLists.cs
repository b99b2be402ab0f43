namespace Campaigns.Results.Report;

/// <summary>Writes the lists of the annex.</summary>
internal static class HtmlLists
{
    public static void Lines(MarkupText page, IEnumerable<string> lines)
    {
        page.Add($"<ul>\n");
        foreach (var line in lines)
        {
            page.Add($"<li>{line}</li>\n");
        }

        page.Add($"</ul>\n");
    }

    /// <summary>Who took part by name.</summary>
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
            if (supporters.Active is { } active)
            {
                page.Add($"<p>");
                HtmlStory.Parts(page, active);
                page.Add($"</p>\n");
            }
        });
    }

    /// <summary>The texts that the first sheet had no room for.</summary>
    public static void Whole(MarkupText page, Brief brief)
    {
        if (brief.Whole.Count == 0)
        {
            return;
        }

        HtmlReport.Section(page, "words", "Texts that the first sheet cuts short", () =>
        {
            page.Add($"<dl>\n");
            foreach (var (what, text) in brief.Whole)
            {
                page.Add($"<div><dt>{what}</dt><dd><bdi>{text}</bdi></dd></div>\n");
            }

            page.Add($"</dl>\n");
        });
    }
}
