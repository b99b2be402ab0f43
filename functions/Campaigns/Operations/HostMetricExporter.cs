using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Campaigns.Operations;

/// <summary>Writes measurements as the Functions host takes them: a name, a value and what it is of.</summary>
/// <param name="log">The way to the host.</param>
internal sealed class HostMetricExporter(ILogger log) : BaseExporter<Metric>
{
    /// <inheritdoc />
    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                var of = new Dictionary<string, object>();
                foreach (var tag in point.Tags)
                {
                    of[tag.Key] = tag.Value?.ToString() ?? "";
                }

                log.LogMetric(metric.Name, Value(metric, point, of), of);
            }
        }

        return ExportResult.Success;
    }

    private static double Value(Metric metric, in MetricPoint point, Dictionary<string, object> of)
    {
        switch (metric.MetricType)
        {
            case MetricType.LongSum:
                return point.GetSumLong();
            case MetricType.DoubleGauge:
                return point.GetGaugeLastValueDouble();
            case MetricType.Histogram:
                // Under these names Application Insights knows of how many values a sum is, and between which they lie.
                of["Count"] = point.GetHistogramCount();
                if (point.TryGetHistogramMinMaxValues(out var least, out var most))
                {
                    (of["Min"], of["Max"]) = (least, most);
                }

                return point.GetHistogramSum();
            default:
                throw new NotSupportedException($"{metric.Name} is measured as {metric.MetricType}, which the host is not told yet.");
        }
    }
}
