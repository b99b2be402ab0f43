namespace Campaigns.Benchmarks.Soak;

/// <summary>How long and how much.</summary>
/// <param name="Length">How long the load goes on.</param>
/// <param name="LinesPerSecond">How many lines are handed in each second.</param>
/// <param name="Seed">What is made from chance.</param>
internal sealed record SoakPlan(TimeSpan Length, int LinesPerSecond, int Seed)
{
    /// <summary>How often the engine is looked at.</summary>
    public static readonly TimeSpan EachSample = TimeSpan.FromSeconds(10);

    /// <summary>A trend shorter than this is that of the start.</summary>
    public static readonly TimeSpan LeastTrend = TimeSpan.FromMinutes(6);

    /// <summary>The first third warms up: code is compiled, caches fill.</summary>
    public TimeSpan WarmUp => Length / 3;

    /// <summary>Whether the run is long enough to tell a trend of memory from its start.</summary>
    public bool ShowsTrend => Length - WarmUp >= LeastTrend;

    /// <summary>So many posts fit on one page of the server's list.</summary>
    public TimeSpan EachPost => TimeSpan.FromSeconds(Math.Max(5, Length.TotalSeconds / 90));
}
