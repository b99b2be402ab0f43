namespace Campaigns.Results.Metrics;

/// <summary>Where the share of something in all lies, as far as a sample tells: Wilson's interval at 95%, which holds for small samples and for shares near 0 and 1.</summary>
/// <param name="AtLeast">Its lower end.</param>
/// <param name="AtMost">Its upper end.</param>
public sealed record ShareInterval(double AtLeast, double AtMost)
{
    private const double Z = 1.959963984540054;

    /// <summary>The interval.</summary>
    /// <param name="part">How many of the sample have it.</param>
    /// <param name="sample">How many were looked at.</param>
    public static ShareInterval Of(long part, long sample)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sample);
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, sample);
        var share = (double)part / sample;
        var shrunk = 1 + (Z * Z / sample);
        var middle = (share + (Z * Z / (2 * sample))) / shrunk;
        var half = Z / shrunk * Math.Sqrt((share * (1 - share) / sample) + (Z * Z / (4.0 * sample * sample)));
        return new ShareInterval(part == 0 ? 0 : middle - half, part == sample ? 1 : middle + half);
    }
}
