using Campaigns.Results.Metrics;

namespace Campaigns.Results;

/// <summary>Notes what numbers are worth that an analyser made.</summary>
/// <param name="figures">All figures of the answer.</param>
/// <param name="source">Who analysed; null where nobody did yet.</param>
/// <param name="asOf">When the totals were last added to.</param>
/// <param name="coverage">Which part of what could be analysed was.</param>
internal sealed class SentimentFigures(Figures figures, string? source, DateTimeOffset? asOf, double? coverage)
{
    /// <summary>Notes a number; null is told by <paramref name="why"/>.</summary>
    public long? Count(string pointer, MetricDefinition definition, long? value, string why = FigureStatus.NotYet)
    {
        Note(pointer, definition, value is null ? why : value == 0 ? FigureStatus.Zero : FigureStatus.Value, value);
        return value;
    }

    /// <inheritdoc cref="Count" />
    public double? Rate(string pointer, MetricDefinition definition, double? value, string why)
    {
        Note(pointer, definition, value is null ? why : value == 0 ? FigureStatus.Zero : FigureStatus.Value, value);
        return value;
    }

    private void Note(string pointer, MetricDefinition definition, string status, double? value) => figures.Put(pointer, status == FigureStatus.NotYet
        ? Figure.NotYet(definition)
        : new Figure(status, definition.Key, source ?? MetricSource.Analysed, asOf, coverage) { Value = value });
}
