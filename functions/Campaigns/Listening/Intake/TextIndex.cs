using System.Collections.Frozen;
using System.Text;
using Campaigns.Planning;

namespace Campaigns.Listening.Intake;

/// <summary>What texts are matched against: the hashtags of campaigns, what looks like them, and the words of topics.</summary>
internal sealed class TextIndex
{
    private readonly FrozenDictionary<string, HashtagMeaning>.AlternateLookup<ReadOnlySpan<char>> hashtags;
    private readonly FrozenDictionary<string, TagUse[]>.AlternateLookup<ReadOnlySpan<char>> skeletons;

    public TextIndex(IReadOnlyList<ListenedCampaign> campaigns)
    {
        Topics = TopicIndex.Of(campaigns);
        var tags = campaigns
            .SelectMany((listened, slot) => listened.Campaign.Hashtags.Select(tag => (tag.Tag.Folded, Use: new TagUse(slot, 1UL << tag.Number))))
            .ToLookup(tag => tag.Folded, tag => tag.Use, StringComparer.Ordinal);
        hashtags = tags.Select(group => group.Key).Union(Topics.Hashtags.Keys, StringComparer.Ordinal).ToFrozenDictionary(
            folded => folded, folded => new HashtagMeaning([.. tags[folded]], Topics.Hashtags.GetValueOrDefault(folded, [])), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        skeletons = campaigns
            .SelectMany((listened, slot) => listened.Campaign.Hashtags.SelectMany(tag =>
                Skeleton.Of(tag.Tag).Select(skeleton => (skeleton, Use: new TagUse(slot, 1UL << tag.Number)))))
            .GroupBy(one => one.skeleton, one => one.Use, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words of topics.</summary>
    public TopicIndex Topics { get; }

    /// <summary>What a hashtag says about campaigns; null where it is none of theirs.</summary>
    /// <param name="name">The hashtag as it was written, without its sign.</param>
    public HashtagMeaning? Find(ReadOnlySpan<char> name)
    {
        if (name.Length > Skeleton.LongestTag)
        {
            return null;
        }

        Span<char> folded = stackalloc char[Skeleton.Longest];
        var length = Ascii.IsValid(name) ? name.ToLowerInvariant(folded) : Hashtag.Fold(name, folded);
        return hashtags.TryGetValue(folded[..length], out var meaning) ? meaning : null;
    }

    /// <summary>The campaigns' hashtags that look as a hashtag does, itself among them where it is one of theirs.</summary>
    /// <param name="name">The hashtag as it was written, without its sign.</param>
    public ReadOnlySpan<TagUse> LookingLike(ReadOnlySpan<char> name)
    {
        Span<char> skeleton = stackalloc char[Skeleton.Longest];
        return skeletons.TryGetValue(skeleton[..Skeleton.Write(name, skeleton)], out var uses) ? uses : default;
    }
}
