using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Campaigns.Results.Report;

/// <summary>
/// Writes the report as a page that stands alone: no script, nothing fetched, for the screen, a screen reader and paper. Its first sheet of A4 tells everything that matters;
/// what there is to look up stands in the annex.
/// </summary>
internal static class HtmlReport
{
    /// <summary>Of a name that is longer the heading is smaller.</summary>
    private const int LongName = 60;

    private const int HashtagCharacters = 160;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(CampaignReport report)
    {
        var (page, brief) = (new MarkupText(Encoder.Encode), new Brief());
        page.Add($"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{report.Name}: campaign report</title>

            """);
        var sheet = new MarkupText(Encoder.Encode);
        Top(sheet, report, brief);
        sheet.Add($"<main>\n<div class=\"happened\">\n");
        HtmlStory.Write(sheet, report);
        Charts(sheet, report);
        sheet.Add($"</div>\n");
        HtmlTables.Objectives(sheet, report, brief);
        HtmlGaps.Write(sheet, report);
        // Escaped, the style sheet would have another hash, and the sheet is markup already.
        page.AddAsIs($"<style>{ReportStyle.Sheet}</style>\n</head>\n<body class=\"{(FirstSheet.IsFull(sheet.ToString()) ? "full" : "usual")}\">\n{sheet}");
        Annex(page, report, brief);
        page.Add($"</main>\n</body>\n</html>\n");
        return page.ToString();
    }

    /// <summary>A section under its heading.</summary>
    public static void Section(MarkupText page, string id, string heading, Action write)
    {
        page.Add($"<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{heading}</h2>\n");
        write();
        page.Add($"</section>\n");
    }

    private static void Top(MarkupText page, CampaignReport report, Brief brief)
    {
        var (hashtags, areAll) = ReportWords.Hashtags(report.Hashtags, HashtagCharacters);
        if (!areAll)
        {
            brief.Keep("Hashtags", ShownNumbers.List(report.Hashtags));
        }

        page.Add($"<header>\n<h1 class=\"{(report.Name.Length > LongName ? "long" : "short")}\"><bdi>{report.Name}</bdi>: campaign report</h1>\n<p class=\"about\">{ShownNumbers.Period(report.FirstDay, report.LastDay)} · <bdi>{hashtags}</bdi>");
        if (report.Owner is { } owner)
        {
            page.Add($" · <bdi>{owner}</bdi>");
        }

        page.Add($"""
            </p>
            <p class="about">{AsOf(report)}</p>
            <dl>
            <div><dt>We tell people</dt><dd><bdi>{brief.Of("We tell people", report.Plan.Tell, FirstSheet.Text)}</bdi></dd></div>
            <div><dt>We want to hear</dt><dd><bdi>{brief.Of("We want to hear", report.Plan.Hear, FirstSheet.Text)}</bdi></dd></div>
            <div><dt>We act on it</dt><dd><bdi>{brief.Of("We act on it", report.Plan.Act, FirstSheet.Text)}</bdi></dd></div>
            </dl>
            </header>

            """);
    }

    /// <summary>What the figures are as of, as a sentence.</summary>
    public static string AsOf(CampaignReport report) => report.AsOf is { } asOf
        ? $"What was counted is as of {ShownNumbers.Moment(asOf)}. Days are those of {report.TimeZone}."
        : $"Nothing was counted yet. Days are those of {report.TimeZone}.";

    private static void Charts(MarkupText page, CampaignReport report)
    {
        if (report.Timeline.Rows.Count == 0)
        {
            return;
        }

        Section(page, "charts", "When and where", () =>
        {
            TimelineChart.Write(page, report.Timeline);
            if (report.Channels.Count > 0)
            {
                ChannelChart.Write(page, report.Channels);
            }
        });
    }

    private static void Annex(MarkupText page, CampaignReport report, Brief brief)
    {
        page.Add($"<div class=\"annex\">\n");
        HtmlTables.Derivations(page, report);
        HtmlStory.Further(page, report);
        HtmlTables.FurtherObjectives(page, report);
        HtmlGaps.Whole(page, report);
        HtmlLists.Supporters(page, report.Supporters);
        HtmlComparison.Write(page, report);
        HtmlNumbers.Write(page, report);
        HtmlLists.Whole(page, brief);
        page.Add($"</div>\n");
    }
}
