using System.Numerics;
using Campaigns.Insight;
using Campaigns.Planning;
using NodaTime;

namespace Campaigns.Results;

/// <summary>What a campaign's texts come to under the plan as it stands: hashtags and topics that left it are left out, and days that are outside it now.</summary>
internal sealed class SentimentSums
{
    /// <summary>How a language is named that nobody knows.</summary>
    public const string UnknownLanguage = "unknown";

    private const int MostPhrases = 30;

    private readonly Dictionary<string, InsightCounts> channels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InsightCounts> languages = new(StringComparer.Ordinal);
    private readonly InsightCounts[] topics = new InsightCounts[TagNumbers.Most];
    private readonly Dictionary<ulong, InsightCounts> topicSets = [];
    private readonly Dictionary<string, InsightCounts> days = new(StringComparer.Ordinal);

    /// <summary>Adds days up.</summary>
    public SentimentSums(Campaign campaign, IReadOnlyList<InsightDay> stored)
    {
        var (first, last) = (LocalDay.Of(campaign.TimeZone, campaign.StartsAt), LocalDay.Of(campaign.TimeZone, campaign.EndsAt - Duration.Epsilon));
        InsightDay[] all = [.. stored.Where(day => string.CompareOrdinal(day.Day, first) >= 0 && string.CompareOrdinal(day.Day, last) <= 0)];
        var tags = campaign.Hashtags.Aggregate(0UL, (bits, tag) => bits | (1UL << tag.Number));
        foreach (var day in all)
        {
            foreach (var (group, counts) in day.Groups)
            {
                for (var left = group.Topics; left != 0; left &= left - 1)
                {
                    var topic = BitOperations.TrailingZeroCount(left);
                    topics[topic] = topics[topic].Plus(counts);
                }

                if (group.Topics != 0)
                {
                    topicSets[group.Topics] = topicSets.GetValueOrDefault(group.Topics).Plus(counts);
                }

                if ((group.Tags & tags) != 0)
                {
                    Whole = Whole.Plus(counts);
                    Add(channels, group.Channel, counts);
                    Add(languages, group.Language ?? UnknownLanguage, counts);
                    Add(days, day.Day, counts);
                }
            }
        }

        AsOf = all.Max(day => day.WrittenAt);
        Analysers = [.. all.SelectMany(day => day.Analysers).GroupBy(analyser => analyser.Key, analyser => analyser.Value)
            .OrderByDescending(analyser => analyser.Sum()).ThenBy(analyser => analyser.Key).Select(analyser => analyser.Key)];
        Phrases = [.. all.SelectMany(day => day.Phrases.Where(phrase => phrase.Value >= TextPhrases.Least(campaign)))
            .GroupBy(phrase => phrase.Key, phrase => phrase.Value, StringComparer.Ordinal)
            .Select(phrase => KeyValuePair.Create(phrase.Key, phrase.Sum()))
            .OrderByDescending(phrase => phrase.Value).ThenBy(phrase => phrase.Key, StringComparer.Ordinal).Take(MostPhrases)];
    }

    /// <summary>Of the campaign.</summary>
    public InsightCounts Whole { get; }

    /// <summary>When the last of it was stored; null where there is nothing.</summary>
    public DateTimeOffset? AsOf { get; }

    /// <summary>By channel.</summary>
    public IReadOnlyDictionary<string, InsightCounts> Channels => channels;

    /// <summary>By language.</summary>
    public IReadOnlyDictionary<string, InsightCounts> Languages => languages;

    /// <summary>By local day.</summary>
    public IReadOnlyDictionary<string, InsightCounts> Days => days;

    /// <summary>Who analysed, who did most first.</summary>
    public IReadOnlyList<(string Name, string Version)> Analysers { get; }

    /// <summary>The phrases that most mentions have.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Phrases { get; }

    /// <summary>Of a topic, with a hashtag or without.</summary>
    public InsightCounts Topic(CampaignTopic topic) => topics[topic.Number];

    /// <summary>Of several topics together, each mention once.</summary>
    public InsightCounts OfAny(IEnumerable<CampaignTopic> any)
    {
        var bits = any.Aggregate(0UL, (set, topic) => set | (1UL << topic.Number));
        return topicSets.Where(set => (set.Key & bits) != 0).Aggregate(default(InsightCounts), (sum, set) => sum.Plus(set.Value));
    }

    private static void Add(Dictionary<string, InsightCounts> sums, string name, in InsightCounts counts) => sums[name] = sums.GetValueOrDefault(name).Plus(counts);
}
