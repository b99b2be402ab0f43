namespace Campaigns.Results;

/// <summary>
/// Which parts of a whole may not be told of: those of few people, those without which few of the whole are left, and where subtracting the others
/// from the whole would give any of those away, the next smallest too.
/// </summary>
internal static class Disclosure
{
    /// <summary>
    /// Says of each part whether it must be hidden. What is hidden together can be subtracted together, so it is several parts, and one of them has
    /// enough people by itself: where parts share people, as days and hashtags do, their sum says nothing about how many they are. Where few people
    /// are in several parts, two parts are hidden: one alone would be the rest of a sum that is off by so few. Of parts of equal
    /// size all are hidden or none: who knows this rule must not learn from which one was taken that it is not the smallest.
    /// </summary>
    /// <param name="people">From how many people each part's figure comes.</param>
    /// <param name="below">Figures from fewer people than this, and from any at all, are hidden.</param>
    /// <param name="overlap">What the whole, which is always told, says beside each part; null where the parts share nobody.</param>
    public static bool[] Hidden(IReadOnlyList<long> people, int below, PartOverlap? overlap = null)
    {
        bool[] hidden = [.. people.Select((count, part) => IsFew(count, below) || (count > 0 && overlap is not null && IsFew(overlap.Elsewhere[part], below)))];
        var more = overlap is not null && IsFew(overlap.InSeveral, below) ? 2 : hidden.Contains(true) ? 1 : 0;
        long[] next = [.. people.Where(count => count > 0 && count >= below).Distinct().Order().Take(more)];
        return [.. hidden.Zip(people, (isHidden, count) => isHidden || next.Contains(count))];
    }

    /// <summary>Whether a figure from so many people tells of few; one from nobody tells of nobody.</summary>
    /// <param name="people">From how many people it comes.</param>
    /// <param name="below">Fewer than this are few.</param>
    public static bool IsFew(long people, int below) => people > 0 && people < below;
}
