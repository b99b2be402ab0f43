using System.Text.Json.Serialization;

namespace Campaigns.Results.RollUps;

/// <summary>A sum over values of which some may be unknown: the sum of the known ones, with how many are known and how many are not.</summary>
/// <param name="Sum">The sum of the known values.</param>
/// <param name="Known">How many values are known.</param>
/// <param name="Unknown">How many are not.</param>
public readonly record struct KnownSum(long Sum, long Known, long Unknown)
{
    /// <summary>The sum; null where there are values and none is known. Over no values at all it is 0.</summary>
    [JsonIgnore]
    public long? Value => Known == 0 && Unknown > 0 ? null : Sum;

    /// <summary>The sum with one more value.</summary>
    /// <param name="value">The value; below zero it is unknown.</param>
    public KnownSum Plus(long value) => value < 0 ? this with { Unknown = Unknown + 1 } : this with { Sum = Sum + value, Known = Known + 1 };

    /// <summary>Both sums together.</summary>
    /// <param name="other">The other sum.</param>
    public KnownSum Plus(in KnownSum other) => new(Sum + other.Sum, Known + other.Known, Unknown + other.Unknown);
}
