using System.Collections.Frozen;
using Campaigns.Listening.Intake;
using Campaigns.Planning;

namespace Campaigns.Listening;

/// <summary>Every campaign that listens, as it was at one moment, found by hashtag.</summary>
public sealed class ListenedCampaigns
{
    private const int LongestTag = Skeleton.LongestTag;

    private readonly FrozenDictionary<string, HashtagMeaning> hashtags;
    private readonly FrozenDictionary<string, HashtagMeaning>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly FrozenDictionary<string, TagUse[]>.AlternateLookup<ReadOnlySpan<char>> skeletons;

    /// <summary>Indexes campaigns.</summary>
    /// <param name="campaigns">The campaigns.</param>
    public ListenedCampaigns(IReadOnlyList<ListenedCampaign> campaigns)
    {
        All = campaigns;
        Topics = TopicIndex.Of(campaigns);
        var tags = campaigns
            .SelectMany((listened, slot) => listened.Campaign.Hashtags.Select(tag => (tag.Tag.Folded, Use: new TagUse(slot, 1UL << tag.Number))))
            .ToLookup(tag => tag.Folded, tag => tag.Use, StringComparer.Ordinal);
        hashtags = tags.Select(group => group.Key).Union(Topics.Hashtags.Keys, StringComparer.Ordinal).ToFrozenDictionary(
            folded => folded, folded => new HashtagMeaning([.. tags[folded]], Topics.Hashtags.GetValueOrDefault(folded, [])), StringComparer.Ordinal);
        lookup = hashtags.GetAlternateLookup<ReadOnlySpan<char>>();
        skeletons = campaigns
            .SelectMany((listened, slot) => listened.Campaign.Hashtags.SelectMany(tag =>
                Skeleton.Of(tag.Tag).Select(skeleton => (skeleton, Use: new TagUse(slot, 1UL << tag.Number)))))
            .GroupBy(one => one.skeleton, one => one.Use, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The campaigns; a <see cref="TagUse"/> names one by its place here.</summary>
    public IReadOnlyList<ListenedCampaign> All { get; }

    /// <summary>The words of their topics.</summary>
    internal TopicIndex Topics { get; }

    /// <summary>What a hashtag says about campaigns; null where it is none of theirs.</summary>
    /// <param name="name">The hashtag as it was written, without its sign.</param>
    internal HashtagMeaning? Find(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestTag)
        {
            return null;
        }

        if (System.Text.Ascii.IsValid(name))
        {
            Span<char> folded = stackalloc char[LongestTag];
            return lookup.TryGetValue(folded[..name.ToLowerInvariant(folded)], out var meaning) ? meaning : null;
        }

        return hashtags.GetValueOrDefault(Hashtag.Fold(name.ToString()));
    }

    /// <summary>The campaigns' hashtags that look as a hashtag does, itself among them where it is one of theirs.</summary>
    /// <param name="name">The hashtag as it was written, without its sign.</param>
    internal ReadOnlySpan<TagUse> LookingLike(ReadOnlySpan<char> name)
    {
        Span<char> skeleton = stackalloc char[Skeleton.Longest];
        return skeletons.TryGetValue(skeleton[..Skeleton.Write(name, skeleton)], out var uses) ? uses : default;
    }
}
