using System.Globalization;
using Campaigns.Listening.Cells;
using Campaigns.Results.RollUps;

namespace Campaigns.Tests.Results.RollUps;

/// <summary>The hours by channel, kind and hashtag once more, counted from all records the slow and plain way, as lines of text.</summary>
internal static class NaiveHours
{
    public static string[] Of(IEnumerable<(long Hour, MentionRecord Record)> records, FoldPlan plan) =>
    [
        .. records.Where(record => plan.Covers(record.Hour) && (record.Record.Tags & plan.Tags) != 0)
            .GroupBy(record => (record.Hour, record.Record.Channel, Kind: (int)record.Record.Kind))
            .OrderBy(group => group.Key.Hour).ThenBy(group => group.Key.Channel, StringComparer.Ordinal).ThenBy(group => group.Key.Kind)
            .Select(group => (group.Key, Records: group.Select(record => record.Record).ToArray()))
            .Select(group => Line(
                group.Key.Hour, group.Key.Channel, group.Key.Kind, group.Records.Length,
                group.Records.Count(record => record.Author == 0 && !record.Own), group.Records.Count(record => record.Own),
                Sum(group.Records, record => record.Likes), Sum(group.Records, record => record.Views),
                Enumerable.Range(0, 64).Select(tag => (tag, group.Records.LongCount(record => (record.Tags & plan.Tags & (1UL << tag)) != 0))).Where(use => use.Item2 > 0))),
    ];

    public static string[] Of(IEnumerable<HourPart> parts) =>
    [
        .. parts.Select(part => Line(
            part.Hour, part.Channel, part.Kind, part.Mentions, part.WithoutAuthor, part.Own, part.Likes, part.Views, part.Uses.OrderBy(use => use.Key).Select(use => (use.Key, use.Value)))),
    ];

    private static KnownSum Sum(IEnumerable<MentionRecord> records, Func<MentionRecord, long> figure) =>
        records.Aggregate(default(KnownSum), (sum, record) => sum.Plus(figure(record)));

    private static string Line(
        long hour, string? channel, int? kind, long mentions, long withoutAuthor, long own, KnownSum likes, KnownSum views, IEnumerable<(int Tag, long Uses)> uses) =>
        string.Create(CultureInfo.InvariantCulture, $"{hour} {channel} {kind}: {mentions} {withoutAuthor} {own} {likes} {views} {string.Join(' ', uses)}");
}
