namespace Campaigns.Results.Windows;

/// <summary>The results of days that are still to come: nobody was silent on them, so that nothing is zero, it is not yet known.</summary>
internal static class WindowToCome
{
    private const string Why = "These days are still to come.";

    /// <summary>Says so of every figure that depends on the days.</summary>
    /// <param name="uncounted">The results of these days as of a campaign of which nothing is counted yet.</param>
    public static ResultsResponse Of(ResultsResponse uncounted)
    {
        var figures = WindowFigures.OfAll(uncounted);
        foreach (var (pointer, figure) in figures.All.Where(static figure => IsToCome(figure.Key, figure.Value)).ToList())
        {
            figures.Put(pointer, new Figure(FigureStatus.NotYet, figure.Definition, null, null, null) { Why = Why });
        }

        return uncounted with
        {
            // What was published is known without a roll-up, and of these days is none.
            ByOrganisation = [.. uncounted.ByOrganisation.Select(static one => one with { PostsPublished = null })],
            ByArea = [.. uncounted.ByArea.Select(static area => area with { PostsPublished = null })],
            Figures = figures.All,
        };
    }

    private static bool IsToCome(string pointer, Figure figure) =>
        (figure.Status == FigureStatus.NotYet && figure.Definition is not null) || pointer == "/posts" || pointer.EndsWith("/postsPublished", StringComparison.Ordinal);
}
