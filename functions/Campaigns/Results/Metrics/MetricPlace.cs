namespace Campaigns.Results.Metrics;

/// <summary>Where the figures of a definition are shown.</summary>
public static class MetricPlace
{
    /// <summary>In <c>GET /results</c>.</summary>
    public const string Results = "results";

    /// <summary>In <c>coverage</c> of <c>GET /results</c>, and beside figures and the rows of the timeline.</summary>
    public const string Coverage = "coverage";

    /// <summary>In <c>comparison</c> of <c>GET /results</c>, where days are compared.</summary>
    public const string Days = "days";

    /// <summary>In <c>GET /results/contributors</c>.</summary>
    public const string Contributors = "contributors";

    /// <summary>In <c>GET /listening</c>.</summary>
    public const string Listening = "listening";

    /// <summary>Nowhere: it says how another tool counts the same, for those who come from it.</summary>
    public const string Comparison = "comparison";
}
