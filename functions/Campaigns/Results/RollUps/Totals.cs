using Campaigns.Planning;

namespace Campaigns.Results.RollUps;

/// <summary>What mentions come to: of a campaign, a day or an hour. Uses are by the hashtag's number.</summary>
public sealed record Totals
{
    /// <summary>Mentions.</summary>
    public required long Mentions { get; init; }

    /// <summary>Mentions that came without an author.</summary>
    public required long WithoutAuthor { get; init; }

    /// <summary>Mentions by the campaign's own accounts.</summary>
    public required long Own { get; init; }

    /// <summary>Uses of each hashtag, by its number.</summary>
    public required IReadOnlyDictionary<int, long> Uses { get; init; }

    /// <summary>Mentions of each kind: original, reply, share, quote.</summary>
    public required IReadOnlyList<long> Kinds { get; init; }

    /// <summary>The distinct authors; null of an hour, which tells of nobody.</summary>
    public required AuthorTotals? Authors { get; init; }

    /// <summary>Followers as first seen, over mentions.</summary>
    public required KnownSum Impressions { get; init; }

    /// <summary>Likes, over mentions.</summary>
    public required KnownSum Likes { get; init; }

    /// <summary>Shares, over mentions.</summary>
    public required KnownSum Shares { get; init; }

    /// <summary>Comments, over mentions.</summary>
    public required KnownSum Comments { get; init; }

    /// <summary>Views, over mentions.</summary>
    public required KnownSum Views { get; init; }

    /// <summary>Uses of a hashtag.</summary>
    /// <param name="tag">The hashtag.</param>
    public long UsesOf(CampaignHashtag tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return Uses.GetValueOrDefault(tag.Number);
    }
}
