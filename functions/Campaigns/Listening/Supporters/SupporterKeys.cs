namespace Campaigns.Listening.Supporters;

/// <summary>Under which author keys a supporter's mentions stand.</summary>
internal static class SupporterKeys
{
    /// <summary>The keys that the list itself gives; the first one is no other supporter's.</summary>
    public static IEnumerable<UInt128> Of(SupporterEntry entry, MentionKeys keys)
    {
        if (entry.Id is { } id)
        {
            yield return keys.Author(entry.Channel, id);
        }

        if (entry.Handle is { } handle)
        {
            yield return keys.AuthorByHandle(entry.Channel, handle);
        }
    }

    /// <summary>
    /// The key of the handle where it stands for the id: files that have only one column for the author give it so. One of digits might be
    /// somebody else's id.
    /// </summary>
    public static UInt128? AsId(SupporterEntry entry, MentionKeys keys) =>
        entry is { Id: null, Handle: { } handle } && !handle.All(char.IsAsciiDigit) ? keys.Author(entry.Channel, handle) : null;

    /// <summary>The key of the handle whose account's id is still to be learnt; null where the list gives the id.</summary>
    public static UInt128? Learns(SupporterEntry entry, MentionKeys keys) =>
        entry.Id is null ? keys.AuthorByHandle(entry.Channel, entry.Handle) : null;
}
