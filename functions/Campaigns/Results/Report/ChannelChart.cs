namespace Campaigns.Results.Report;

/// <summary>Draws uses by channel as bars, the longest first, each with its number behind it.</summary>
internal static class ChannelChart
{
    private const int Width = 400;
    private const int Left = 120;
    private const int Line = 24;

    /// <summary>Of more channels the drawing would outgrow the first sheet.</summary>
    private const int Most = 6;

    /// <summary>Room for the number behind the longest bar.</summary>
    private const int Right = 84;

    public static void Write(MarkupText page, IReadOnlyList<ReportChannel> all)
    {
        ReportChannel[] channels = [.. all.Take(Most)];
        var most = Math.Max(1, channels.Max(channel => channel.Uses.Value ?? 0));
        page.Add($"""
            <figure>
            <svg role="img" aria-labelledby="where-title where-text" viewBox="0 0 {Width} {(channels.Length * Line) + 6}" font-family="Arial, Helvetica, sans-serif" font-size="14">
            <title id="where-title">Uses of the hashtags by channel</title>
            <desc id="where-text">{Described(channels)}</desc>

            """);
        foreach (var (index, channel) in channels.Index())
        {
            var width = (double)((channel.Uses.Value ?? 0) / most * (Width - Left - Right));
            var (y, text) = (index * Line, (index * Line) + 17);
            page.Add($"<text x=\"{Left - 8}\" y=\"{text}\" text-anchor=\"end\" fill=\"#212b32\">{channel.Name}</text><rect x=\"{Left}\" y=\"{y + 4}\" width=\"{width}\" height=\"{Line - 8}\" fill=\"#005eb8\"/>");
            page.Add($"<text x=\"{Left + width + 8}\" y=\"{text}\" fill=\"#212b32\">{channel.Uses.Shown}</text>\n");
        }

        page.Add($"</svg>\n<figcaption>Uses of the hashtags by channel{(all.Count > Most ? $", {Most} of {all.Count}" : "")}. <a href=\"#where\">The same as a table</a></figcaption>\n</figure>\n");
    }

    /// <summary>What somebody sees who looks at the drawing.</summary>
    private static string Described(IReadOnlyList<ReportChannel> channels) =>
        $"Bars, the longest first: {ShownNumbers.List([.. channels.Select(channel => $"{channel.Name} {channel.Uses.Shown}")])}.";
}
