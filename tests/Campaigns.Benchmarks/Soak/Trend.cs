namespace Campaigns.Benchmarks.Soak;

/// <summary>Where figures go over time, whatever a few of them do.</summary>
internal static class Trend
{
    /// <summary>The slope by the median of the slopes between all pairs (Theil and Sen), per minute.</summary>
    /// <param name="points">When, and how much.</param>
    public static double PerMinute(IReadOnlyList<(TimeSpan At, double Value)> points)
    {
        var slopes = new List<double>();
        for (var one = 0; one < points.Count; one++)
        {
            for (var other = one + 1; other < points.Count; other++)
            {
                slopes.Add((points[other].Value - points[one].Value) / (points[other].At - points[one].At).TotalMinutes);
            }
        }

        slopes.Sort();
        return slopes.Count == 0 ? 0 : slopes[slopes.Count / 2];
    }
}
