using System.Numerics;
using Campaigns.Results.Metrics;

namespace Campaigns.Results.Reported;

/// <summary>Notes numbers that are not counted from mentions.</summary>
internal static class NotedNumbers
{
    /// <summary>Notes a number and gives it back.</summary>
    /// <param name="figures">Where it is noted.</param>
    /// <param name="pointer">Where it stands.</param>
    /// <param name="definition">What it means.</param>
    /// <param name="value">The number.</param>
    /// <param name="asOf">When it was true.</param>
    /// <param name="whyNull">Its status where it is null.</param>
    /// <param name="coverage">How far it goes.</param>
    /// <param name="source">How it came about, where its definition does not say.</param>
    public static T? Entered<T>(
        this Figures figures, string pointer, MetricDefinition definition, T? value, DateTimeOffset? asOf, string whyNull = FigureStatus.NotOffered, double? coverage = null,
        string? source = null)
        where T : struct, INumber<T>
    {
        var status = value is not { } number ? whyNull : T.IsZero(number) ? FigureStatus.Zero : FigureStatus.Value;
        figures.Put(pointer, status == FigureStatus.NotYet
            ? Figure.NotYet(definition)
            : new Figure(status, definition.Key, source ?? definition.Source, asOf, coverage) { Value = value is { } known ? double.CreateChecked(known) : null });
        return value;
    }
}
