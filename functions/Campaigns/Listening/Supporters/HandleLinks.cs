using System.Collections.Concurrent;
using System.Collections.Frozen;
using Campaigns.Channels;
using Campaigns.Planning;

namespace Campaigns.Listening.Supporters;

/// <summary>
/// Notices, while mentions are taken in, which account id comes with a listed handle, so that a supporter that is listed by its handle is
/// recognised by its id. It looks each handle up among the listed ones and keeps nothing of any other.
/// </summary>
public sealed class HandleLinks
{
    private readonly Campaign campaign;
    private readonly SupporterLearner learner;
    private readonly FrozenDictionary<string, FrozenDictionary<string, UInt128>> listed;
    private readonly ConcurrentDictionary<UInt128, UInt128> news = new();
    private readonly ConcurrentDictionary<UInt128, bool> known = new();

    /// <summary>Makes ready for one version of a list.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="list">Its list.</param>
    /// <param name="keys">Makes author keys.</param>
    /// <param name="learner">Stores what is noticed.</param>
    public HandleLinks(Campaign campaign, StoredSupporters list, MentionKeys keys, SupporterLearner learner)
    {
        ArgumentNullException.ThrowIfNull(list);
        (this.campaign, this.learner, Version) = (campaign, learner, list.Head.Version);
        listed = list.Entries
            .Where(entry => SupporterKeys.Learns(entry, keys) is not null)
            .GroupBy(entry => entry.Channel, StringComparer.Ordinal)
            .ToFrozenDictionary(
                channel => channel.Key,
                channel => channel.ToFrozenDictionary(entry => entry.Handle!.ToLowerInvariant(), entry => SupporterKeys.Learns(entry, keys)!.Value, StringComparer.Ordinal),
                StringComparer.Ordinal);
    }

    /// <summary>The version of the list.</summary>
    public string Version { get; }

    /// <summary>Notices an author who came with a handle and an id.</summary>
    /// <param name="channel">The channel's name.</param>
    /// <param name="handle">The handle, with or without <c>@</c>; may be empty.</param>
    /// <param name="author">The author key of the id.</param>
    public void See(string channel, ReadOnlySpan<char> handle, UInt128 author)
    {
        if (handle.IsEmpty || !listed.TryGetValue(channel, out var handles))
        {
            return;
        }

        var bare = handle.TrimStart('@');
        Span<char> lower = stackalloc char[MentionLimits.LongestId];
        if (handles.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower[..bare.ToLowerInvariant(lower)], out var key) && !known.ContainsKey(key))
        {
            news.TryAdd(key, author);
        }
    }

    /// <summary>Stores what was noticed since the last time; where that fails it is kept for the next.</summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async ValueTask SaveAsync(CancellationToken cancellationToken)
    {
        if (news.IsEmpty)
        {
            return;
        }

        var seen = news.ToDictionary();
        await learner.LearnAsync(campaign, seen, cancellationToken);
        foreach (var handle in seen.Keys)
        {
            known[handle] = true;
            news.TryRemove(handle, out _);
        }
    }
}
