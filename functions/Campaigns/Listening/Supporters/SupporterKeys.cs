namespace Campaigns.Listening.Supporters;

/// <summary>Under which author keys a supporter's mentions stand.</summary>
internal static class SupporterKeys
{
    /// <summary>The keys that the list itself gives.</summary>
    public static IEnumerable<UInt128> Of(SupporterEntry entry, MentionKeys keys)
    {
        if (entry.Id is { } id)
        {
            yield return keys.Author(entry.Channel, id);
        }

        if (entry.Handle is { } handle)
        {
            yield return keys.AuthorByHandle(entry.Channel, handle);
            if (entry.Id is null && !handle.All(char.IsAsciiDigit))
            {
                // Files that have only one column for the author give the handle as the id. One of digits might be somebody else's id.
                yield return keys.Author(entry.Channel, handle);
            }
        }
    }

    /// <summary>The key of the handle whose account's id is still to be learnt; null where the list gives the id.</summary>
    public static UInt128? Learns(SupporterEntry entry, MentionKeys keys) =>
        entry.Id is null ? keys.AuthorByHandle(entry.Channel, entry.Handle) : null;
}
