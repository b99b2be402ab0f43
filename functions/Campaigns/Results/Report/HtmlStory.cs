namespace Campaigns.Results.Report;

/// <summary>Writes what happened, each sentence under where its figures come from.</summary>
internal static class HtmlStory
{
    public static void Write(MarkupText page, CampaignReport report) => HtmlReport.Section(page, "story", "What happened", () =>
    {
        foreach (var origin in ReportOrigin.Told)
        {
            ReportSentence[] sentences = [.. report.Story.Where(sentence => sentence.Origin == origin)];
            if (sentences.Length == 0)
            {
                continue;
            }

            var most = origin == ReportOrigin.SelfReported ? FirstSheet.Entered(report) : sentences.Length;
            page.Add($"<div class=\"{origin}\">\n<h3>{ReportWords.Heading(origin, report)}</h3>\n");
            Sentences(page, sentences.Take(most));
            if (sentences.Length > most)
            {
                page.Add($"<p><a href=\"#entered\">{ShownNumbers.Count(sentences.Length - most, "further sentence", "further sentences")} about what was entered by hand</a>: see the annex.</p>\n");
            }

            page.Add($"</div>\n");
        }

        if (report.Story.Count == 0)
        {
            page.Add($"<p>There is no figure to tell yet.</p>\n");
        }

        Supporters(page, report.Supporters);
    });

    /// <summary>What was entered by hand and does not fit the first sheet.</summary>
    public static void Further(MarkupText page, CampaignReport report)
    {
        ReportSentence[] further = [.. report.Story.Where(sentence => sentence.Origin == ReportOrigin.SelfReported).Skip(FirstSheet.Entered(report))];
        if (further.Length > 0)
        {
            HtmlReport.Section(page, "entered", "What else was entered by hand", () =>
            {
                page.Add($"<div class=\"{ReportOrigin.SelfReported}\">\n");
                Sentences(page, further);
                page.Add($"</div>\n");
            });
        }
    }

    private static void Sentences(MarkupText page, IEnumerable<ReportSentence> sentences)
    {
        page.Add($"<ul>\n");
        foreach (var sentence in sentences)
        {
            page.Add($"<li>");
            Parts(page, sentence);
            page.Add($"</li>\n");
        }

        page.Add($"</ul>\n");
    }

    /// <summary>A sentence, each figure linked to where it comes from.</summary>
    public static void Parts(MarkupText page, ReportSentence sentence)
    {
        foreach (var part in sentence.Parts)
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
    }

    private static void Supporters(MarkupText page, ReportSupporters supporters)
    {
        if (supporters.Named.Count == 0)
        {
            return;
        }

        page.Add($"<div>\n<h3>Supporters who took part</h3>\n<p>");
        foreach (var (index, one) in supporters.Named.Take(FirstSheet.Supporters).Index())
        {
            page.Add($"{(index == 0 ? "" : ", ")}<bdi>{FirstSheet.Cut(one.Name, FirstSheet.Who)}</bdi>");
        }

        var more = supporters.MoreNamed + Math.Max(0, supporters.Named.Count - FirstSheet.Supporters);
        page.Add($"{(more > 0 ? $" and {ShownNumbers.Count(more, "other", "others")}" : "")}. <a href=\"#supporters\">What each said, as numbers</a></p>\n</div>\n");
    }
}
