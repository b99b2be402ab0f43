using System.Collections.Frozen;
using Campaigns.Planning;

namespace Campaigns.Listening;

/// <summary>Every campaign that listens, as it was at one moment, found by hashtag.</summary>
public sealed class ListenedCampaigns
{
    private const int LongestTag = 512;

    private readonly FrozenDictionary<string, TagUse[]> tags;
    private readonly FrozenDictionary<string, TagUse[]>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <summary>Indexes campaigns.</summary>
    /// <param name="campaigns">The campaigns.</param>
    public ListenedCampaigns(IReadOnlyList<ListenedCampaign> campaigns)
    {
        All = campaigns;
        tags = campaigns
            .SelectMany((listened, slot) => listened.Campaign.Hashtags.Select(tag => (tag.Tag.Folded, Use: new TagUse(slot, 1UL << tag.Number))))
            .GroupBy(tag => tag.Folded, tag => tag.Use, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        lookup = tags.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The campaigns; a <see cref="TagUse"/> names one by its place here.</summary>
    public IReadOnlyList<ListenedCampaign> All { get; }

    /// <summary>Which campaigns have a hashtag, and under which bit.</summary>
    /// <param name="name">The hashtag as it was written, without its sign.</param>
    internal ReadOnlySpan<TagUse> Uses(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestTag)
        {
            return default;
        }

        if (System.Text.Ascii.IsValid(name))
        {
            Span<char> folded = stackalloc char[LongestTag];
            return lookup.TryGetValue(folded[..name.ToLowerInvariant(folded)], out var uses) ? uses : default;
        }

        return tags.TryGetValue(Hashtag.Fold(name.ToString()), out var found) ? found : default;
    }
}
