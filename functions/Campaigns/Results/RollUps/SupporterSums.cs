using System.Numerics;
using Campaigns.Listening.Cells;

namespace Campaigns.Results.RollUps;

/// <summary>What a supporter's mentions add up to.</summary>
internal struct SupporterSums
{
    public long Mentions;
    public long Uses;

    /// <summary>Seconds since 1970.</summary>
    public long First;
    public long Last;

    /// <summary>The largest follower count; below zero it is unknown.</summary>
    public long Followers;

    /// <summary>Adds a mention.</summary>
    public void Add(long hour, in MentionRecord record, ulong tags) => Add(new SupporterSums
    {
        Mentions = 1,
        Uses = BitOperations.PopCount(tags),
        First = (hour * 3600) + record.Second,
        Last = (hour * 3600) + record.Second,
        Followers = record.LargestFollowers,
    });

    /// <summary>Adds other mentions.</summary>
    public void Add(in SupporterSums other)
    {
        First = Mentions == 0 ? other.First : Math.Min(First, other.First);
        Last = Mentions == 0 ? other.Last : Math.Max(Last, other.Last);
        Followers = Mentions == 0 ? other.Followers : Math.Max(Followers, other.Followers);
        Mentions += other.Mentions;
        Uses += other.Uses;
    }
}
