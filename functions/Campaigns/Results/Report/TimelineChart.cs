using System.Globalization;

namespace Campaigns.Results.Report;

/// <summary>Draws uses over time as bars. What the drawing tells stands in its description, and number by number in a table.</summary>
internal static class TimelineChart
{
    private const int Width = 400;
    private const int Height = 190;
    private const int Top = 14;
    private const int Bottom = 164;
    private const int MostLabels = 5;

    /// <summary>What half of a day's name takes.</summary>
    private const int HalfLabel = 24;

    /// <summary>What a character of the scale takes at most.</summary>
    private const int Digit = 8;

    public static void Write(MarkupText page, ReportTimeline timeline)
    {
        var rows = timeline.Rows;
        var (top, step) = Scale(rows.Max(row => row.Uses));
        var left = 8 + (Digit * ShownNumbers.Number(top).Length);
        page.Add($"""
            <figure>
            <svg role="img" aria-labelledby="time-title time-text" viewBox="0 0 {Width} {Height}" font-family="Arial, Helvetica, sans-serif" font-size="14">
            <title id="time-title">Uses of the hashtags {Each(timeline)}</title>
            <desc id="time-text">{Described(timeline)}</desc>

            """);
        for (var tick = 0L; tick <= top; tick += step)
        {
            var y = Y(tick, top);
            page.Add($"<line x1=\"{left}\" y1=\"{y}\" x2=\"{Width}\" y2=\"{y}\" stroke=\"#aeb7bd\"/><text x=\"{left - 6}\" y=\"{y + 5}\" text-anchor=\"end\" fill=\"#212b32\">{ShownNumbers.Number(tick)}</text>\n");
        }

        var each = (double)(Width - left) / rows.Count;
        var labelled = (int)Math.Ceiling((double)rows.Count / MostLabels);
        foreach (var (index, row) in rows.Index())
        {
            var (x, y) = (left + (index * each), Y(row.Uses, top));
            page.Add($"<rect x=\"{x + (each * 0.1)}\" y=\"{y}\" width=\"{each * 0.8}\" height=\"{Bottom - y}\" fill=\"#005eb8\"/>\n");
            var middle = x + (each / 2);
            if (index % labelled == 0 && middle + HalfLabel <= Width)
            {
                page.Add($"<text x=\"{middle}\" y=\"{Bottom + 18}\" text-anchor=\"middle\" fill=\"#212b32\">{ShownNumbers.ShortDay(row.From)}</text>\n");
            }
        }

        page.Add($"</svg>\n<figcaption>Uses of the hashtags {Each(timeline)}. <a href=\"#days\">The same as a table</a></figcaption>\n</figure>\n");
    }

    /// <summary>By what the rows are.</summary>
    public static string Each(ReportTimeline timeline) => timeline.Days switch
    {
        1 => "by day",
        7 => "by week",
        var days => string.Create(CultureInfo.InvariantCulture, $"by {days / 7} weeks"),
    };

    /// <summary>What somebody sees who looks at the drawing.</summary>
    internal static string Described(ReportTimeline timeline)
    {
        var rows = timeline.Rows;
        var most = rows.MaxBy(row => row.Uses)!;
        var span = $"Bars from {ShownNumbers.Period(rows[0].From, rows[^1].To)}";
        return most.Uses == 0 ? $"{span}: no uses." : $"{span}; the highest is {ShownNumbers.Period(most.From, most.To)} with {ShownNumbers.Count(most.Uses, "use", "uses")}.";
    }

    /// <summary>Where the scale ends, and how far its lines are apart: 1, 2 or 5 and zeros, so that there are at most five of them.</summary>
    internal static (long Top, long Step) Scale(long most)
    {
        long[] round = [1, 2, 5];
        for (var power = 1L; ; power *= 10)
        {
            foreach (var step in round)
            {
                if (step * power * 5 >= most)
                {
                    return ((Math.Max(most, 1) + (step * power) - 1) / (step * power) * step * power, step * power);
                }
            }
        }
    }

    private static double Y(long uses, long top) => Bottom - ((double)uses / top * (Bottom - Top));
}
