using Campaigns.Results.Metrics;

namespace Campaigns.Results.Report;

/// <summary>How a figure of the report came about.</summary>
public static class ReportOrigin
{
    /// <summary>The engine counted it, or worked it out from what it counted.</summary>
    public const string Counted = "counted";

    /// <summary>An analyser of texts says so.</summary>
    public const string Analysed = "analysed";

    /// <summary>Somebody entered it by hand.</summary>
    public const string SelfReported = "self-reported";

    /// <summary>It stands in the plan.</summary>
    public const string Planned = "planned";

    /// <summary>Those that sentences have, in the order in which they are told.</summary>
    internal static IReadOnlyList<string> Told { get; } = [Counted, Analysed, SelfReported];

    /// <summary>The origin of figures of a definition.</summary>
    /// <param name="definition">The definition; null where a figure has none.</param>
    public static string Of(MetricDefinition? definition) => definition?.Source switch
    {
        MetricSource.Analysed => Analysed,
        MetricSource.SelfReported => SelfReported,
        MetricSource.Plan => Planned,
        _ => Counted,
    };
}
