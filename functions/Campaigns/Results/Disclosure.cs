namespace Campaigns.Results;

/// <summary>
/// Which parts of a whole may not be told of: those of few people, and where subtracting the others from the whole would give those away,
/// the next smallest too.
/// </summary>
internal static class Disclosure
{
    /// <summary>Says of each part whether it must be hidden.</summary>
    /// <param name="people">From how many people each part's figure comes.</param>
    /// <param name="below">Figures from fewer people than this, and from any at all, are hidden.</param>
    public static bool[] Hidden(IReadOnlyList<long> people, int below)
    {
        var hidden = people.Select(count => count > 0 && count < below).ToArray();
        if (!hidden.Contains(true))
        {
            return hidden;
        }

        // What is hidden together can be subtracted together: it must be several parts, and come from enough people.
        foreach (var (part, count) in people.Index().Where(part => part.Item > 0 && !hidden[part.Index]).OrderBy(part => part.Item).ToArray())
        {
            var together = people.Index().Where(other => hidden[other.Index]).Sum(other => other.Item);
            if (hidden.Count(isHidden => isHidden) > 1 && together >= below)
            {
                break;
            }

            hidden[part] = true;
        }

        return hidden;
    }
}
