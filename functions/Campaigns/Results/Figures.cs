using Campaigns.Results.Metrics;

namespace Campaigns.Results;

/// <summary>Gathers what each number of an answer is worth, by its JSON pointer.</summary>
/// <param name="asOf">When the numbers were true; null before the first roll-up.</param>
internal sealed class Figures(DateTimeOffset? asOf)
{
    private readonly SortedDictionary<string, Figure> all = new(StringComparer.Ordinal);

    /// <summary>Every figure so far.</summary>
    public IReadOnlyDictionary<string, Figure> All => all;

    /// <summary>Notes a counted number and gives it back.</summary>
    public long? Counted(string pointer, MetricDefinition definition, long? value)
    {
        Note(pointer, definition, value is null, value == 0);
        return value;
    }

    /// <summary>Notes a rate and gives it back.</summary>
    public double? Rate(string pointer, MetricDefinition definition, double? value)
    {
        Note(pointer, definition, value is null, value == 0);
        return value;
    }

    /// <summary>Notes what a later feature will fill in.</summary>
    public void NotYet(params ReadOnlySpan<string> pointers)
    {
        foreach (var pointer in pointers)
        {
            all[pointer] = new Figure(FigureStatus.NotYet, null, null, null, null);
        }
    }

    private void Note(string pointer, MetricDefinition definition, bool isNull, bool isZero)
    {
        var status = asOf is null ? FigureStatus.NotYet : isNull ? FigureStatus.NotOffered : isZero ? FigureStatus.Zero : FigureStatus.Value;
        all[pointer] = new Figure(status, definition.Key, asOf is null ? null : "counted", asOf, null);
    }
}
