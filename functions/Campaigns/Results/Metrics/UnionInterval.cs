namespace Campaigns.Results.Metrics;

/// <summary>
/// What is known of a union of which only the parts are known: it is never their sum. People who are in several parts count once in the
/// whole, and nobody knows how many those are: all (the whole is the greatest part) or none (the whole is the sum).
/// </summary>
/// <param name="AtLeast">The greatest part.</param>
/// <param name="AtMost">The sum of the parts; null where a part is unknown, since nothing bounds the whole then.</param>
public sealed record UnionInterval(long AtLeast, long? AtMost)
{
    /// <summary>Why there is no single number.</summary>
    public const string Reason =
        "Those who are in several parts count once in the whole, and the parts do not tell how many they are: the whole lies between the greatest part and the sum of the parts.";

    /// <summary>Why there is no single number, for the answer.</summary>
    public string? Why => AtLeast == AtMost ? null : AtMost is null ? $"{Reason} A part is unknown, so nothing bounds it above." : Reason;

    /// <summary>The interval in which the union of some parts lies.</summary>
    /// <param name="parts">The parts, null where one is unknown.</param>
    /// <returns>The interval, or null where no part is known.</returns>
    public static UnionInterval? Of(IEnumerable<long?> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var (greatest, sum, known, unknown) = (0L, 0L, 0, 0);
        foreach (var part in parts)
        {
            if (part is not { } value)
            {
                unknown++;
                continue;
            }

            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(parts));
            (greatest, sum, known) = (Math.Max(greatest, value), checked(sum + value), known + 1);
        }

        return known == 0 ? null : new UnionInterval(greatest, unknown == 0 ? sum : null);
    }
}
