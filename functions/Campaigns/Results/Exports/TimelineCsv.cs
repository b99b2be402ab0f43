using Campaigns.Http;
using Campaigns.Results.Timeline;

namespace Campaigns.Results.Exports;

/// <summary>Writes a timeline as CSV: one line for each hour or day, each figure that may be unknown with a column for its status.</summary>
internal sealed class TimelineCsv
{
    private static readonly string[] People = ["contributors", "potentialReach", "potentialImpressions"];
    private static readonly string[] Feelings = ["positive", "neutral", "negative", "mixed", "analysed", "of", "marginOfError"];

    private readonly TimelineResponse timeline;
    private readonly string[] hashtags;
    private readonly string[] channels;

    private TimelineCsv(TimelineResponse timeline)
    {
        this.timeline = timeline;
        // Every row has all hashtags of the plan, and all its channels.
        hashtags = [.. timeline.Rows.Take(1).SelectMany(row => row.Uses.ByHashtag.Keys)];
        channels = [.. timeline.Rows.Take(1).SelectMany(row => row.CoverageByChannel.Keys)];
    }

    public static string Write(TimelineResponse timeline)
    {
        var writer = new TimelineCsv(timeline);
        var table = new CsvTable(writer.Header());
        foreach (var row in timeline.Rows)
        {
            table.Add(writer.Cells(row));
        }

        return table.ToString();
    }

    private List<string> Header() =>
    [
        "from", "to", "asOf", "mentions", "uses", .. hashtags.Select(tag => $"uses.{tag}"),
        .. People.Concat(Feelings).Append("coverage").Concat(channels.Select(channel => $"coverage.{channel}"))
            .SelectMany(name => new[] { name, $"{name}.status" }),
    ];

    private List<object?> Cells(TimelineRow row)
    {
        List<object?> cells = [row.From, row.To, timeline.AsOf, row.Mentions, row.Uses.Total, .. hashtags.Select(tag => (object?)row.Uses.ByHashtag[tag])];
        Add("contributors", row.Contributors, timeline.People);
        Add("potentialReach", row.PotentialReach, timeline.People);
        Add("potentialImpressions", row.PotentialImpressions, timeline.People);
        var felt = row.Sentiment;
        double?[] values = [felt?.Positive, felt?.Neutral, felt?.Negative, felt?.Mixed, felt?.Analysed, felt?.Of, felt?.MarginOfError];
        foreach (var (index, name) in Feelings.Index())
        {
            Add($"sentiment/{name}", values[index], timeline.Sentiment, name == "marginOfError" ? row.WhyNoMargin : row.WhyNotFelt);
        }

        Add("coverage", row.Coverage, FigureStatus.NotOffered);
        foreach (var channel in channels)
        {
            Add($"coverage/{channel}", row.CoverageByChannel[channel], FigureStatus.NotOffered);
        }

        return cells;

        void Add(string name, double? value, string whole, string why = FigureStatus.NotOffered)
        {
            cells.Add(value);
            cells.Add(value is { } known ? (known == 0 ? FigureStatus.Zero : FigureStatus.Value)
                : row.Suppressed.Contains(name) || whole == FigureStatus.Suppressed ? FigureStatus.Suppressed
                : why);
        }
    }
}
