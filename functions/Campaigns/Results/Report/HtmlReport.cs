using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Campaigns.Results.Report;

/// <summary>Writes the report as a page that stands alone: no script, nothing fetched, for the screen, a screen reader and a sheet of A4.</summary>
internal static class HtmlReport
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // By origin: what the heading above its sentences says.
    private static readonly (string Origin, string Heading)[] Origins =
    [
        (ReportOrigin.Counted, "Counted"),
        (ReportOrigin.Analysed, "Analysed"),
        (ReportOrigin.SelfReported, "Self-reported: entered by hand, never added to what was counted"),
    ];

    public static string Write(CampaignReport report)
    {
        var page = new MarkupText(Encoder.Encode);
        page.Add($"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{report.Name}: campaign report</title>

            """);
        // Escaped, it would have another hash.
        page.AddAsIs($"<style>{ReportStyle.Sheet}</style>\n</head>\n<body>\n");
        Top(page, report);
        page.Add($"<main>\n");
        Story(page, report);
        HtmlTables.Objectives(page, report);
        Charts(page, report);
        HtmlLists.Supporters(page, report.Supporters);
        HtmlTables.Comparison(page, report.Comparison);
        HtmlLists.Gaps(page, report);
        HtmlTables.Numbers(page, report);
        HtmlTables.Derivations(page, report);
        page.Add($"</main>\n</body>\n</html>\n");
        return page.ToString();
    }

    /// <summary>A section under its heading.</summary>
    public static void Section(MarkupText page, string id, string heading, Action write, bool startsSheet = false)
    {
        page.Add($"<section aria-labelledby=\"{id}\" class=\"{(startsSheet ? "sheet" : "part")}\">\n<h2 id=\"{id}\">{heading}</h2>\n");
        write();
        page.Add($"</section>\n");
    }

    private static void Top(MarkupText page, CampaignReport report)
    {
        page.Add($"<header>\n<h1><bdi>{report.Name}</bdi>: campaign report</h1>\n<p>{ShownNumbers.Period(report.FirstDay, report.LastDay)} · <bdi>{ShownNumbers.List(report.Hashtags)}</bdi>");
        if (report.Owner is { } owner)
        {
            page.Add($" · <bdi>{owner}</bdi>");
        }

        page.Add($"</p>\n<p>{AsOf(report)}</p>\n</header>\n");
    }

    /// <summary>What the figures are as of, as a sentence.</summary>
    public static string AsOf(CampaignReport report) => report.AsOf is { } asOf
        ? $"What was counted is as of {ShownNumbers.Moment(asOf)}. Days are those of {report.TimeZone}."
        : $"Nothing was counted yet. Days are those of {report.TimeZone}.";

    private static void Story(MarkupText page, CampaignReport report) => Section(page, "story", "What happened", () =>
    {
        foreach (var (origin, heading) in Origins)
        {
            var sentences = report.Story.Where(sentence => sentence.Origin == origin).ToList();
            if (sentences.Count == 0)
            {
                continue;
            }

            page.Add($"<div class=\"{origin}\">\n<h3>{heading}</h3>\n<ul>\n");
            foreach (var sentence in sentences)
            {
                page.Add($"<li>");
                foreach (var part in sentence.Parts)
                {
                    Part(page, part);
                }

                page.Add($"</li>\n");
            }

            page.Add($"</ul>\n</div>\n");
        }

        page.Add($"""
            <dl>
            <div><dt>We tell people</dt><dd><bdi>{report.Plan.Tell}</bdi></dd></div>
            <div><dt>We want to hear</dt><dd><bdi>{report.Plan.Hear}</bdi></dd></div>
            <div><dt>We act on it</dt><dd><bdi>{report.Plan.Act}</bdi></dd></div>
            </dl>

            """);
    });

    private static void Part(MarkupText page, ReportPart part)
    {
        if (part.Figure is { } figure)
        {
            page.Add($"<a class=\"figure\" href=\"#{figure}\">{part.Text}</a>");
        }
        else
        {
            page.Add($"{part.Text}");
        }
    }

    private static void Charts(MarkupText page, CampaignReport report)
    {
        if (report.Timeline.Rows.Count == 0)
        {
            return;
        }

        Section(page, "charts", "When and where", () =>
        {
            page.Add($"<div class=\"charts\">\n");
            TimelineChart.Write(page, report.Timeline);
            if (report.Channels.Count > 0)
            {
                ChannelChart.Write(page, report.Channels);
            }

            page.Add($"</div>\n");
        });
    }
}
