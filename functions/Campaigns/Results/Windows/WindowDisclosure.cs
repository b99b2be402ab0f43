namespace Campaigns.Results.Windows;

/// <summary>
/// Which sums over some days may be told. Whoever knows the days that are told of, and the whole, may know their sums too; a sum over some of the days that
/// are hidden, but not all, would tell more: two windows could be subtracted from each other.
/// </summary>
internal static class WindowDisclosure
{
    /// <summary>Whether a sum may be told: none of the hidden days is among its own, or all are and it is no single day's, or it is of all days.</summary>
    /// <param name="hidden">Which of all days are hidden.</param>
    /// <param name="inside">The days that the sum is of.</param>
    public static bool IsTold(IReadOnlyList<bool> hidden, IReadOnlyCollection<int> inside)
    {
        var among = inside.Count(day => hidden[day]);
        return among == 0 || inside.Count == hidden.Count || (among > 1 && among == hidden.Count(static isHidden => isHidden));
    }
}
