using Campaigns.Publishing;
using Campaigns.Results.Metrics;
using Campaigns.Results.Reported;

namespace Campaigns.Results.Posts;

/// <summary>Which of what people entered is of which of the campaign's own posts.</summary>
internal static class PostEntries
{
    /// <summary>The names under which a post's numbers are entered.</summary>
    public static IReadOnlyDictionary<string, MetricDefinition> Metrics { get; } = new Dictionary<string, MetricDefinition>(StringComparer.Ordinal)
    {
        ["reach"] = PostDefinitions.Reach,
        ["impressions"] = PostDefinitions.Impressions,
        ["views"] = PostDefinitions.Views,
        ["likes"] = PostDefinitions.Engagements,
        ["shares"] = PostDefinitions.Engagements,
        ["comments"] = PostDefinitions.Engagements,
        ["clicks"] = PostDefinitions.Engagements,
    };

    /// <summary>Whether an entry is a number of a post; groups of people stand in their breakdown.</summary>
    public static bool IsOfPost(Entry entry) => entry is { Kind: EntryKind.Figure, Side: { Post: not null, IsOfGroup: false } } && Metrics.ContainsKey(entry.Name);

    /// <summary>The delivery that an entry is of: it names the post, and as much of channel and account as leaves no doubt; null where it does.</summary>
    public static Delivery? DeliveryOf(Entry entry, IReadOnlyList<Delivery> all) => all.Where(delivery => Fits(entry, delivery)).Take(2).ToArray() is [var only] ? only : null;

    /// <summary>
    /// Which entry of a delivery results show under a name: the latest, however much of channel and account it names, and of one day what was entered last.
    /// One with a scope is a part, as paid and organic are, and never the whole, even where it stands alone.
    /// </summary>
    public static Entry? Shown(IReadOnlyList<Entry> latest, string name) =>
        latest.Where(entry => entry.Name == name && entry.Side.Scope is null).MaxBy(entry => (entry.Date, entry.UpdatedAt));

    private static bool Fits(Entry entry, Delivery delivery) =>
        entry.Side.Post == delivery.PostId.Value && (entry.Side.Channel is null || entry.Side.Channel == delivery.Channel.Name)
        && (entry.Side.Account is null || delivery.Account.Is(entry.Side.Account));
}
