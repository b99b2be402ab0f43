using System.Globalization;
using Campaigns.Insight;
using Campaigns.Results.RollUps;

namespace Campaigns.Results.Timeline;

/// <summary>Adds to the days of a timeline what their mentions feel, without what would tell of few people.</summary>
internal static class SentimentRows
{
    private static readonly string[] Feelings = ["positive", "neutral", "negative", "mixed"];

    public static List<TimelineRow> Fill(IReadOnlyList<TimelineRow> rows, SentimentSums texts, IReadOnlyList<DayTotals> days, int below)
    {
        string[] names = [.. rows.Select(row => row.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
        var mentions = days.ToDictionary(day => day.Day, day => day.Totals.Mentions - day.Totals.Own, StringComparer.Ordinal);
        var people = days.ToDictionary(day => day.Day, day => day.Totals.Authors?.Contributors ?? 0, StringComparer.Ordinal);
        InsightCounts[] counts = [.. names.Select(name => texts.Days.GetValueOrDefault(name))];
        var disclosure = new SentimentDisclosure(counts, [.. names.Select(name => people.GetValueOrDefault(name))], below);
        return [.. rows.Index().Select(row => Fill(row.Item, disclosure, row.Index, counts[row.Index], mentions.GetValueOrDefault(names[row.Index])))];
    }

    private static TimelineRow Fill(TimelineRow row, SentimentDisclosure disclosure, int day, in InsightCounts counts, long mentions)
    {
        long?[] feelings = [counts.Positive, counts.Neutral, counts.Negative, counts.Mixed];
        var isKnown = counts.Analysed > 0 || mentions == 0;
        for (var feeling = 0; feeling < feelings.Length; feeling++)
        {
            feelings[feeling] = isKnown && !disclosure.IsHidden(day, feeling) ? feelings[feeling] : null;
        }

        // As in results: where no text was looked at, nobody knows how many could be analysed.
        var (isHidden, isLookedAt) = (disclosure.IsHidden(day), counts.LookedAt > 0 || mentions == 0);
        return row with
        {
            SentimentStatus = isHidden ? FigureStatus.Suppressed : isKnown ? FigureStatus.Value : SentimentWriter.Why(counts),
            Sentiment = new SentimentPart(
                feelings[0], feelings[1], feelings[2], feelings[3], isHidden || !isLookedAt ? null : counts.Analysed, SentimentWriter.Population(mentions, counts), isHidden ? null : SentimentWriter.Margin(counts)),
            Suppressed = [.. row.Suppressed, .. Feelings.Where((_, feeling) => disclosure.IsHidden(day, feeling)).Append(isHidden ? "analysed" : "").Where(name => name.Length > 0).Select(name => $"sentiment/{name}")],
        };
    }
}
