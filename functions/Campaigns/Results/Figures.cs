using Campaigns.Results.Metrics;

namespace Campaigns.Results;

/// <summary>Gathers what each number of an answer is worth, by its JSON pointer.</summary>
/// <param name="asOf">When the numbers were true; null before the first roll-up.</param>
/// <param name="coverage">Which part of the listening window was looked at; null where that is unknown.</param>
internal sealed class Figures(DateTimeOffset? asOf, double? coverage = null)
{
    private readonly SortedDictionary<string, Figure> all = new(StringComparer.Ordinal);

    /// <summary>Every figure so far.</summary>
    public IReadOnlyDictionary<string, Figure> All => all;

    /// <summary>The coverage of the figures that are noted next.</summary>
    public double? Coverage { get; set; } = coverage;

    /// <summary>Notes a counted number and gives it back.</summary>
    public long? Counted(string pointer, MetricDefinition definition, long? value)
    {
        Note(pointer, definition, value is null ? FigureStatus.NotOffered : value == 0 ? FigureStatus.Zero : FigureStatus.Value, value);
        return value;
    }

    /// <summary>Notes a rate and gives it back.</summary>
    public double? Rate(string pointer, MetricDefinition definition, double? value)
    {
        Note(pointer, definition, value is null ? FigureStatus.NotOffered : value == 0 ? FigureStatus.Zero : FigureStatus.Value, value);
        return value;
    }

    /// <summary>Notes a number that an earlier roll-up may lack.</summary>
    public long? Known(string pointer, MetricDefinition definition, long? value)
    {
        if (value is null)
        {
            NotYet(pointer);
            return null;
        }

        return Counted(pointer, definition, value);
    }

    /// <summary>Notes that a number would tell of few people.</summary>
    /// <returns>What is told instead of it.</returns>
    public long? Suppressed(string pointer, MetricDefinition definition)
    {
        Note(pointer, definition, FigureStatus.Suppressed, null);
        return null;
    }

    /// <summary>Notes a figure that came about elsewhere.</summary>
    public void Put(string pointer, Figure figure) => all[pointer] = figure;

    /// <summary>Notes what a later feature will fill in, or a later roll-up.</summary>
    /// <param name="pointer">Where it will stand.</param>
    /// <param name="why">Why it is not there, in words.</param>
    public void NotYet(string pointer, string? why = null) => all[pointer] = Figure.NotYet(null, why);

    private void Note(string pointer, MetricDefinition definition, string status, double? value) => all[pointer] = asOf is null
        ? Figure.NotYet(definition)
        : new Figure(status, definition.Key, MetricSource.Counted, asOf, Coverage) { Value = value };
}
