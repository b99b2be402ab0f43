namespace Campaigns.Results.RollUps;

/// <summary>Adds the parts of all cells of a campaign up: what its figures are, save for those about distinct people. Those of a day likewise.</summary>
/// <param name="channelNames">The channels' names, by the numbers that the fold gave them.</param>
/// <param name="accountNames">The names of the campaign's own accounts by their numbers; none where they are not told apart.</param>
internal sealed class CampaignSums(IReadOnlyList<string> channelNames, IReadOnlyList<string> accountNames)
{
    private readonly Tally campaign = new();
    private readonly ChannelSums?[] channels = new ChannelSums?[channelNames.Count];
    private readonly KnownSum[] kinds = new KnownSum[4];
    private readonly KnownSum[] tags = new KnownSum[64];
    private readonly long[] lookAlikes = new long[64];
    private readonly long[] topics = new long[64];
    private readonly long[] topicsWithTag = new long[64];
    private readonly SortedDictionary<(int, int), long> tagPairs = [];
    private readonly SortedDictionary<(int, int), long> topicPairs = [];
    private readonly OwnUse[] own = new OwnUse[accountNames.Count];
    private long ofAnyTopic;

    /// <summary>Adds a part of an hour.</summary>
    public void Add(long hour, in PartKey key, in PartSums sums)
    {
        if (key.Tags != 0)
        {
            campaign.Add(key, sums);
            (channels[key.Channel] ??= new ChannelSums()).Add(hour, key, sums);
            kinds[key.Kind] = kinds[key.Kind].Plus(sums.Impressions);
            AddTags(key, sums);
        }

        ofAnyTopic += key.Topics != 0 ? sums.Mentions : 0;
        foreach (var topic in new Bits(key.Topics))
        {
            topics[topic] += sums.Mentions;
            topicsWithTag[topic] += key.Tags != 0 ? sums.Mentions : 0;
        }

        foreach (var tag in new Bits(key.LookAlikes))
        {
            lookAlikes[tag] += sums.Mentions;
        }
    }

    /// <summary>Adds what own accounts said in an hour.</summary>
    public void Add(KeyValuePair<int, OwnUse>[] uses)
    {
        foreach (var (account, use) in uses)
        {
            own[account] = own[account].Plus(use);
        }
    }

    /// <summary>The summary.</summary>
    /// <param name="asOf">The moment before anything was read.</param>
    /// <param name="plan">What of the plan the figures depend on.</param>
    /// <param name="people">The distinct authors.</param>
    public Summary ToSummary(DateTimeOffset asOf, FoldPlan plan, People people)
    {
        var totals = campaign.Total(people.All);
        return new Summary(asOf, plan.ToString(), totals, channels.Index().Where(channel => channel.Item is not null)
            .OrderBy(channel => channelNames[channel.Index], StringComparer.Ordinal)
            .ToDictionary(channel => channelNames[channel.Index], channel => channel.Item!.Total(people.OfChannel(channel.Index))))
        {
            Hashtags = new Bits(plan.Tags).ToDictionary(tag => tag, tag => new PartTotals(totals.Uses.GetValueOrDefault(tag), tags[tag], people.OfTag(tag))),
            Kinds = [.. kinds.Select((impressions, kind) => new PartTotals(totals.Kinds[kind], impressions, people.OfKind(kind)))],
            Topics = new Bits(plan.Topics).ToDictionary(topic => topic, topic => new TopicTotals(topics[topic], topicsWithTag[topic], people.OfTopic(topic))),
            OfAnyTopic = ofAnyTopic,
            WithSeveralHashtags = people.WithSeveralTags,
            LookAlikes = new Bits(plan.Tags).ToDictionary(tag => tag, tag => lookAlikes[tag]),
            HashtagPairs = Pairs(tagPairs),
            TopicPairs = Pairs(topicPairs),
            Own = Own(),
        };
    }

    /// <summary>The sums of a day: what is not there is 0.</summary>
    public DayParts ToParts() => new(
        channels.Index().Where(channel => channel.Item is not null).OrderBy(channel => channelNames[channel.Index], StringComparer.Ordinal)
            .ToDictionary(channel => channelNames[channel.Index], channel => channel.Item!.OfDay()),
        topics.Index().Where(topic => topic.Item > 0).ToDictionary(topic => topic.Index, topic => new DayTopic(topic.Item, topicsWithTag[topic.Index])),
        ofAnyTopic,
        lookAlikes.Index().Where(tag => tag.Item > 0).ToDictionary(tag => tag.Index, tag => tag.Item),
        Pairs(tagPairs),
        Pairs(topicPairs))
    {
        Own = Own(),
    };

    private static CoUse[] Pairs(SortedDictionary<(int Hashtag, int With), long> pairs) => [.. pairs.Select(pair => new CoUse(pair.Key.Hashtag, pair.Key.With, pair.Value))];

    private Dictionary<string, OwnUse>? Own() => accountNames.Count == 0 ? null
        : own.Index().Where(use => use.Item.Mentions > 0).OrderBy(use => accountNames[use.Index], StringComparer.Ordinal).ToDictionary(use => accountNames[use.Index], use => use.Item);

    private void AddTags(in PartKey key, in PartSums sums)
    {
        foreach (var tag in new Bits(key.Tags))
        {
            tags[tag] = tags[tag].Plus(sums.Impressions);
            foreach (var other in new Bits(key.Tags & ~((2UL << tag) - 1)))
            {
                tagPairs[(tag, other)] = tagPairs.GetValueOrDefault((tag, other)) + sums.Mentions;
            }

            foreach (var topic in new Bits(key.Topics))
            {
                topicPairs[(tag, topic)] = topicPairs.GetValueOrDefault((tag, topic)) + sums.Mentions;
            }
        }
    }
}
