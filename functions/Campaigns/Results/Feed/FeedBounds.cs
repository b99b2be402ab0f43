namespace Campaigns.Results.Feed;

/// <summary>A box around what a filter lets through: never smaller than that, often larger.</summary>
/// <param name="From">The first hour that may be in it, null where nothing bounds it.</param>
/// <param name="To">The end, exclusive.</param>
/// <param name="Campaigns">The only campaigns that may be in it; null for all.</param>
internal sealed record FeedBounds(DateTimeOffset? From = null, DateTimeOffset? To = null, IReadOnlySet<string>? Campaigns = null)
{
    public static FeedBounds None { get; } = new();

    /// <summary>What is in both.</summary>
    public FeedBounds And(FeedBounds other) => new(
        Later(From, other.From),
        To is null ? other.To : other.To is null || To < other.To ? To : other.To,
        Campaigns is null ? other.Campaigns : other.Campaigns is null ? Campaigns : Campaigns.Intersect(other.Campaigns).ToHashSet(StringComparer.Ordinal));

    /// <summary>A box around what is in either.</summary>
    public FeedBounds Or(FeedBounds other) => new(
        From is null || other.From is null ? null : From < other.From ? From : other.From,
        To is null || other.To is null ? null : Later(To, other.To),
        Campaigns is null || other.Campaigns is null ? null : Campaigns.Union(other.Campaigns).ToHashSet(StringComparer.Ordinal));

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}
