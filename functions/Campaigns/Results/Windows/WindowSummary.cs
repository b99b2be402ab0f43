using Campaigns.Results.RollUps;
using NodaTime;

namespace Campaigns.Results.Windows;

/// <summary>Adds days up to what a roll-up of them alone would say, save for people: distinct authors do not add up.</summary>
internal static class WindowSummary
{
    private static readonly AuthorTotals Nobody = new(0, 0, 0, default);

    /// <summary>The sums of some days.</summary>
    /// <param name="whole">The campaign's roll-up.</param>
    /// <param name="days">The days.</param>
    /// <param name="start">Their first moment.</param>
    /// <param name="end">Their end, exclusive.</param>
    public static Summary Of(Summary whole, IReadOnlyList<DayTotals> days, Instant start, Instant end)
    {
        var totals = Sum([.. days.Select(day => day.Totals)]);
        // Days of an earlier version do not say what they come to by channel and topic: then nobody knows.
        DayParts[] parts = days.All(day => day.Parts is not null) ? [.. days.Select(day => day.Parts!)] : [];
        var isKnown = parts.Length == days.Count;
        return new Summary(whole.AsOf, whole.Plan, totals, isKnown ? Channels(whole, parts, start, end) : new Dictionary<string, ChannelTotals>())
        {
            Hashtags = whole.Hashtags.Keys.ToDictionary(tag => tag, tag => new PartTotals(totals.Uses.GetValueOrDefault(tag), default, Nobody)),
            Kinds = [.. totals.Kinds.Select(mentions => new PartTotals(mentions, default, Nobody))],
            Topics = isKnown ? whole.Topics.Keys.ToDictionary(topic => topic, topic => new TopicTotals(
                parts.Sum(day => day.Topics.GetValueOrDefault(topic)?.Mentions ?? 0), parts.Sum(day => day.Topics.GetValueOrDefault(topic)?.WithHashtag ?? 0), 0)) : new Dictionary<int, TopicTotals>(),
            OfAnyTopic = parts.Sum(day => day.OfAnyTopic),
            LookAlikes = isKnown ? whole.LookAlikes.Keys.ToDictionary(tag => tag, tag => parts.Sum(day => day.LookAlikes.GetValueOrDefault(tag))) : new Dictionary<int, long>(),
            HashtagPairs = Pairs(parts.SelectMany(day => day.HashtagPairs)),
            TopicPairs = Pairs(parts.SelectMany(day => day.TopicPairs)),
            Own = isKnown && whole.Own is not null && parts.All(day => day.Own is not null) ? Own(parts) : null,
        };
    }

    private static Totals Sum(IReadOnlyList<Totals> days) => new()
    {
        Mentions = days.Sum(day => day.Mentions),
        WithoutAuthor = days.Sum(day => day.WithoutAuthor),
        Own = days.Sum(day => day.Own),
        Uses = Sum(days.Select(day => day.Uses)),
        Kinds = [.. Enumerable.Range(0, 4).Select(kind => days.Sum(day => day.Kinds[kind]))],
        Authors = null,
        Impressions = Sum(days.Select(day => day.Impressions)),
        Likes = Sum(days.Select(day => day.Likes)),
        Shares = Sum(days.Select(day => day.Shares)),
        Comments = Sum(days.Select(day => day.Comments)),
        Views = Sum(days.Select(day => day.Views)),
    };

    private static KnownSum Sum(IEnumerable<KnownSum> sums) => sums.Aggregate(default(KnownSum), static (sum, next) => sum.Plus(next));

    private static Dictionary<int, long> Sum(IEnumerable<IReadOnlyDictionary<int, long>> uses) =>
        uses.SelectMany(static each => each).GroupBy(static use => use.Key, static use => use.Value).ToDictionary(static tag => tag.Key, static tag => tag.Sum());

    private static Dictionary<string, OwnUse> Own(IEnumerable<DayParts> days) => days.SelectMany(static day => day.Own!).GroupBy(static use => use.Key, static use => use.Value, StringComparer.Ordinal)
        .ToDictionary(static account => account.Key, static account => account.Aggregate(static (sum, next) => sum.Plus(next)));

    private static CoUse[] Pairs(IEnumerable<CoUse> pairs) => [.. pairs.GroupBy(static pair => (pair.Hashtag, pair.With))
        .OrderBy(static pair => pair.Key).Select(static pair => new CoUse(pair.Key.Hashtag, pair.Key.With, pair.Sum(static one => one.Mentions)))];

    /// <summary>The channels that were heard on these days; between which moments is told by the day.</summary>
    private static Dictionary<string, ChannelTotals> Channels(Summary whole, DayParts[] days, Instant start, Instant end)
    {
        var (from, to) = (start.ToDateTimeOffset(), end.ToDateTimeOffset().AddSeconds(-1));
        return days.SelectMany(static day => day.Channels).GroupBy(static channel => channel.Key, static channel => channel.Value, StringComparer.Ordinal)
            .Where(channel => whole.Channels.ContainsKey(channel.Key)).OrderBy(static channel => channel.Key, StringComparer.Ordinal)
            .ToDictionary(static channel => channel.Key, channel =>
            {
                var known = whole.Channels[channel.Key];
                return new ChannelTotals(
                    channel.Sum(static day => day.Mentions), Sum(channel.Select(static day => day.Uses)), known.First > from ? known.First : from, known.Last < to ? known.Last : to);
            });
    }
}
