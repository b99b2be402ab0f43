namespace Campaigns.Results;

/// <summary>
/// Which parts of a whole may not be told of: those of few people, and where subtracting the others from the whole would give those away,
/// the next smallest too.
/// </summary>
internal static class Disclosure
{
    /// <summary>
    /// Says of each part whether it must be hidden. What is hidden together can be subtracted together, so it is several parts, and one of them has
    /// enough people by itself: where parts share people, as days and hashtags do, their sum says nothing about how many they are. Of parts of equal
    /// size all are hidden or none: who knows this rule must not learn from which one was taken that it is not the smallest.
    /// </summary>
    /// <param name="people">From how many people each part's figure comes.</param>
    /// <param name="below">Figures from fewer people than this, and from any at all, are hidden.</param>
    public static bool[] Hidden(IReadOnlyList<long> people, int below)
    {
        var hidden = people.Select(count => count > 0 && count < below).ToArray();
        if (!hidden.Contains(true))
        {
            return hidden;
        }

        // A second part is always among them: the least that has enough people.
        var next = people.Where(count => count >= below).DefaultIfEmpty(long.MaxValue).Min();
        return [.. people.Select((count, part) => hidden[part] || count == next)];
    }
}
