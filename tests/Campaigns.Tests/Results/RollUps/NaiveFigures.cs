using System.Globalization;
using System.Numerics;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Supporters;
using Campaigns.Results.RollUps;

namespace Campaigns.Tests.Results.RollUps;

/// <summary>The figures once more, counted from all records the slow and plain way, as lines of text.</summary>
internal static class NaiveFigures
{
    public static string[] Of(IEnumerable<(long Hour, MentionRecord Record)> records, FoldPlan plan)
    {
        // A supporter who was seen by several keys is one author.
        var all = records.Where(record => plan.Covers(record.Hour))
            .Select(record => (record.Hour, Record: record.Record with { Author = plan.Supporters.ByAuthor.GetValueOrDefault(record.Record.Author)?.Author ?? record.Record.Author }))
            .ToArray();
        var mentions = all.Where(record => (record.Record.Tags & plan.Tags) != 0).ToArray();
        var counted = mentions.Select(mention => mention.Record).ToArray();
        return
        [
            Line("all", counted, counted, plan),
            .. counted.GroupBy(record => record.Channel).OrderBy(channel => channel.Key, StringComparer.Ordinal).Select(channel => Line(channel.Key, channel, counted, plan)),
            .. Enumerable.Range(0, 4).Select(kind => Line($"kind {kind}", counted.Where(record => (int)record.Kind == kind), counted, plan)),
            .. Bits(plan.Tags).Select(tag => Line($"tag {tag}", counted.Where(record => Has(record.Tags, tag)), counted, plan)),
            .. Bits(plan.Topics).Select(topic => all.Select(record => record.Record).Where(record => Has(record.Topics, topic)).ToArray()).Select(about =>
                $"topic {about.Length} {about.Count(record => (record.Tags & plan.Tags) != 0)} {about.Where(IsSomebody).Select(record => record.Author).Distinct().Count()}"),
            $"named {counted.Where(IsSomebody).Select(record => record.Author).Distinct().Count(plan.Supporters.ByAuthor.ContainsKey)}",
            .. mentions.Where(mention => IsSomebody(mention.Record) && plan.Supporters.ByAuthor.ContainsKey(mention.Record.Author))
                .GroupBy(mention => plan.Supporters.ByAuthor[mention.Record.Author])
                .Select(theirs => (theirs.Key, Mentions: theirs.ToArray(), Uses: theirs.Sum(mention => BitOperations.PopCount(mention.Record.Tags & plan.Tags))))
                .OrderByDescending(theirs => theirs.Mentions.Length).ThenByDescending(theirs => theirs.Uses).ThenBy(theirs => theirs.Key.Number)
                .Select(theirs => $"{theirs.Key.Name} {theirs.Mentions.Length} {theirs.Uses} {theirs.Mentions.Min(SecondOf)} {theirs.Mentions.Max(SecondOf)} {theirs.Mentions.Max(mention => mention.Record.LargestFollowers)}"),
            .. Own(all.Select(record => (record.Hour, Record: record.Record)).Where(record => record.Record.Own && (record.Record.Tags & plan.Tags) != 0), plan),
            $"in several {Unnamed(counted.Where(record => BitOperations.PopCount(record.Tags & plan.Tags) > 1), plan)}",
            $"any topic {all.Count(record => (record.Record.Topics & plan.Topics) != 0)}",
            $"look-alikes {string.Join(' ', Bits(plan.Tags).Select(tag => all.Count(record => Has(record.Record.LookAlikes, tag))))}",
            $"pairs {string.Join(' ', Pairs(Bits(plan.Tags), Bits(plan.Tags)).Where(pair => pair.One < pair.Other).Select(pair => (pair, Count: counted.Count(record => Has(record.Tags, pair.One) && Has(record.Tags, pair.Other)))).Where(pair => pair.Count > 0))}",
            $"with topics {string.Join(' ', Pairs(Bits(plan.Tags), Bits(plan.Topics)).Select(pair => (pair, Count: counted.Count(record => Has(record.Tags, pair.One) && Has(record.Topics, pair.Other)))).Where(pair => pair.Count > 0))}",
            .. mentions.GroupBy(mention => plan.DayOf(mention.Hour)).OrderBy(day => day.Key, StringComparer.Ordinal).SelectMany(day => day
                .GroupBy(mention => mention.Hour).OrderBy(hour => hour.Key).Select(hour => $"hour {hour.Key} {hour.Count()}")
                .Prepend(Line(day.Key, day.Select(mention => mention.Record), day.Select(mention => mention.Record), plan))),
        ];
    }

    public static string[] Of(Summary summary, IEnumerable<DayTotals> days, IEnumerable<SupporterTotals> supporters, FoldPlan plan) =>
    [
        Line("all", summary.Totals.Mentions, summary.Totals.Authors!, summary.Totals.Impressions),
        .. summary.Channels.Select(channel => Line(channel.Key, channel.Value.Mentions, channel.Value.Authors!, channel.Value.Impressions)),
        .. summary.Kinds.Select((kind, number) => Line($"kind {number}", kind.Mentions, kind.Authors, kind.Impressions)),
        .. summary.Hashtags.Select(tag => Line($"tag {tag.Key}", tag.Value.Mentions, tag.Value.Authors, tag.Value.Impressions)),
        .. Bits(plan.Topics).Select(topic => summary.Topics[topic]).Select(topic => $"topic {topic.Mentions} {topic.WithHashtag} {topic.Contributors}"),
        $"named {summary.Named}",
        .. supporters.Select(one => $"{one.Name} {one.Mentions} {one.Uses} {one.First.ToUnixTimeSeconds()} {one.Last.ToUnixTimeSeconds()} {one.Followers ?? -1}"),
        .. Own("own", summary.Own),
        .. days.SelectMany(day => Own($"own {day.Day}", day.Parts?.Own)),
        $"in several {summary.WithSeveralHashtags}",
        $"any topic {summary.OfAnyTopic}",
        $"look-alikes {string.Join(' ', summary.LookAlikes.Values)}",
        $"pairs {string.Join(' ', summary.HashtagPairs.Select(pair => ((One: pair.Hashtag, Other: pair.With), (int)pair.Mentions)))}",
        $"with topics {string.Join(' ', summary.TopicPairs.Select(pair => ((One: pair.Hashtag, Other: pair.With), (int)pair.Mentions)))}",
        .. days.SelectMany(day => day.Hours.Select(hour => $"hour {hour.Hour} {hour.Totals.Mentions}")
            .Prepend(Line(day.Day, day.Totals.Mentions, day.Totals.Authors!, day.Totals.Impressions))),
    ];

    private static IEnumerable<string> Own(IEnumerable<(long Hour, MentionRecord Record)> mentions, FoldPlan plan)
    {
        var own = mentions.Select(mention => (Day: plan.DayOf(mention.Hour), Account: plan.Own.Any ? plan.Own.Names[plan.Own.NumberOf(mention.Record.Author)] : null, Uses: BitOperations.PopCount(mention.Record.Tags & plan.Tags)))
            .Where(mention => mention.Account is not null).ToArray();
        return own.GroupBy(_ => "own").Concat(own.GroupBy(mention => $"own {mention.Day}").OrderBy(day => day.Key, StringComparer.Ordinal))
            .SelectMany(scope => Own(scope.Key, scope.GroupBy(mention => mention.Account!).ToDictionary(theirs => theirs.Key, theirs => new OwnUse(theirs.Count(), theirs.Sum(mention => mention.Uses)))));
    }

    private static IEnumerable<string> Own(string scope, IReadOnlyDictionary<string, OwnUse>? uses) =>
        (uses ?? new Dictionary<string, OwnUse>()).OrderBy(use => use.Key, StringComparer.Ordinal).Select(use => $"{scope} {use.Key}: {use.Value.Mentions} {use.Value.Uses}");

    /// <summary>A part's figures; an author has the largest follower count among <paramref name="scope"/>.</summary>
    private static string Line(string name, IEnumerable<MentionRecord> part, IEnumerable<MentionRecord> scope, FoldPlan plan)
    {
        var records = part.ToArray();
        var authors = records.Where(IsSomebody).Select(record => record.Author).Distinct()
            .Select(author => (IsNamed: plan.Supporters.ByAuthor.ContainsKey(author), Theirs: scope.Where(record => IsSomebody(record) && record.Author == author).ToArray()))
            .Select(author => (author.IsNamed, Followers: author.Theirs.Max(record => record.LargestFollowers), IsOrganisation: author.Theirs.Any(record => record.AuthorKind == AuthorKind.Organisation
                || plan.Supporters.ByAuthor.GetValueOrDefault(record.Author)?.Kind == SupporterKind.Organisation)))
            .ToArray();
        var reach = authors.Aggregate(default(KnownSum), (sum, author) => sum.Plus(author.Followers));
        return Line(name, records.Length, new AuthorTotals(
            authors.Length,
            authors.Count(author => author.IsOrganisation),
            authors.Count(author => author.Followers >= plan.InfluencerFollowers),
            reach,
            WithImpressions(records).Length,
            new UnnamedAuthors(authors.Count(author => !author.IsNamed), authors.Count(author => !author.IsNamed && author.Followers >= 0), Unnamed(records, plan))),
            records.Where(IsSomebody).Aggregate(default(KnownSum), (sum, record) => sum.Plus(record.Followers)));
    }

    private static UInt128[] WithImpressions(IEnumerable<MentionRecord> records) =>
        [.. records.Where(record => IsSomebody(record) && record.Followers >= 0).Select(record => record.Author).Distinct()];

    /// <summary>How many whom the campaign does not name have a mention whose followers are known.</summary>
    private static int Unnamed(IEnumerable<MentionRecord> records, FoldPlan plan) => WithImpressions(records).Count(author => !plan.Supporters.ByAuthor.ContainsKey(author));

    private static string Line(string name, long mentions, AuthorTotals authors, KnownSum impressions) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}: {mentions} {authors} {impressions}");

    private static long SecondOf((long Hour, MentionRecord Record) mention) => (mention.Hour * 3600) + mention.Record.Second;

    private static bool IsSomebody(MentionRecord record) => record.Author != 0 && !record.Own;

    private static bool Has(ulong bits, int bit) => (bits >> bit & 1) != 0;

    private static IEnumerable<int> Bits(ulong bits) => Enumerable.Range(0, 64).Where(bit => Has(bits, bit));

    private static IEnumerable<(int One, int Other)> Pairs(IEnumerable<int> ones, IEnumerable<int> others) => ones.SelectMany(one => others.Select(other => (One: one, Other: other)));
}
