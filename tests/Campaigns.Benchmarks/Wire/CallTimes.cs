using System.Globalization;
using Spectre.Console;

namespace Campaigns.Benchmarks.Wire;

/// <summary>How many milliseconds calls of each kind took.</summary>
internal static class CallTimes
{
    /// <summary>A row for each kind.</summary>
    /// <param name="title">What the calls were part of.</param>
    /// <param name="kinds">The times of each kind, in order.</param>
    public static Table Table(string title, IEnumerable<KeyValuePair<string, double[]>> kinds)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(title);
        foreach (var column in new[] { "Calls", "p50 ms", "p95 ms", "p99 ms" })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var (kind, times) in kinds)
        {
            table.AddRow([Markup.Escape(kind), Text(times.Length, "n0"), .. new[] { 0.5, 0.95, 0.99 }.Select(share => Text(At(times, share), "n1"))]);
        }

        return table;
    }

    /// <summary>The value below which a share of them lies.</summary>
    public static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
