namespace Campaigns.Results.Metrics;

/// <summary>How far the share of something in a sample may be from its share in all: at 95%, for a share of one half, which is the worst.</summary>
public static class MarginOfError
{
    private const double Z = 1.959963984540054;

    /// <summary>The margin in percentage points, to two places.</summary>
    /// <param name="sample">How many were looked at.</param>
    /// <param name="population">How many there are; each sample of them is as likely as another.</param>
    /// <returns>Null where all were looked at, or none.</returns>
    public static double? Of(long sample, long population)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sample);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sample, population);
        // The last factor: what was looked at is no longer uncertain.
        return sample == 0 || sample == population
            ? null
            : Math.Round(100 * Z * Math.Sqrt(0.25 / sample) * Math.Sqrt((double)(population - sample) / (population - 1)), 2);
    }
}
