using Campaigns.Planning;
using Campaigns.Results.Metrics;
using Campaigns.Results.RollUps;

namespace Campaigns.Results;

/// <summary>Writes what was said about a campaign's topics, what only looks like its hashtags, and what was used together.</summary>
/// <param name="campaign">The campaign.</param>
/// <param name="summary">Its roll-up; null before the first one.</param>
/// <param name="figures">Takes what each number is worth.</param>
internal sealed class TopicsWriter(Campaign campaign, Summary? summary, Figures figures)
{
    public IReadOnlyDictionary<string, TopicResponse> Topics()
    {
        TopicTotals?[] totals = [.. campaign.Topics.Select(topic => summary?.Topics.GetValueOrDefault(topic.Number))];
        long[] people = [.. totals.Select(topic => topic?.Contributors ?? 0)];
        var hidden = Disclosure.Hidden(people, campaign.SuppressBelow, PartOverlap.OfSome(people, summary?.Totals.Authors?.Contributors ?? 0));
        return campaign.Topics.Index().ToDictionary(topic => topic.Item.Id, topic => Topic($"/topics/{topic.Item.Id}", totals[topic.Index], hidden[topic.Index]));
    }

    public IReadOnlyDictionary<string, long?> LookAlikes() => campaign.Hashtags.ToDictionary(
        tag => tag.Tag.Folded,
        tag => figures.Known($"/lookAlikes/{tag.Tag.Folded}", MetricDefinitions.LookAlikes, summary?.LookAlikes.TryGetValue(tag.Number, out var mentions) == true ? mentions : null));

    public CoUseResponse CoUse()
    {
        var tags = campaign.Hashtags.ToDictionary(tag => tag.Number, tag => tag.Tag.Folded);
        return new CoUseResponse(
            Pairs("hashtags", summary?.HashtagPairs ?? [], tags, tags),
            Pairs("topics", summary?.TopicPairs ?? [], tags, campaign.Topics.ToDictionary(topic => topic.Number, topic => topic.Id)));
    }

    private TopicResponse Topic(string pointer, TopicTotals? topic, bool isHidden) => new(
        figures.Known($"{pointer}/mentions", MetricDefinitions.TopicMentions, topic?.Mentions),
        new TopicMatchResponse(
            figures.Known($"{pointer}/matchedBy/wordsOnly", MetricDefinitions.TopicMentions, topic?.Mentions - topic?.WithHashtag),
            figures.Known($"{pointer}/matchedBy/withHashtag", MetricDefinitions.TopicMentions, topic?.WithHashtag)),
        isHidden
            ? figures.Suppressed($"{pointer}/contributors", MetricDefinitions.TopicContributors)
            : figures.Known($"{pointer}/contributors", MetricDefinitions.TopicContributors, topic?.Contributors),
        Share($"{pointer}/shareOfVoice", topic));

    /// <summary>A share of few mentions says something about single people, and nothing about the topic.</summary>
    private double? Share(string pointer, TopicTotals? topic) =>
        topic?.Mentions > 0 && topic.Mentions < campaign.SuppressBelow ? figures.Suppressed(pointer, MetricDefinitions.ShareOfVoice)
        : topic is null ? figures.Known(pointer, MetricDefinitions.ShareOfVoice, null)
        : figures.Rate(pointer, MetricDefinitions.ShareOfVoice, summary!.OfAnyTopic > 0 ? (double)topic.Mentions / summary.OfAnyTopic : null);

    private Dictionary<string, IReadOnlyDictionary<string, long?>> Pairs(
        string dimension, IEnumerable<CoUse> pairs, Dictionary<int, string> tags, Dictionary<int, string> with) => pairs
        // A pair whose hashtag or topic left the plan goes with the next roll-up.
        .Where(pair => tags.ContainsKey(pair.Hashtag) && with.ContainsKey(pair.With))
        .GroupBy(pair => tags[pair.Hashtag])
        .ToDictionary(tag => tag.Key, IReadOnlyDictionary<string, long?> (tag) => tag.ToDictionary(
            pair => with[pair.With], pair => figures.Counted($"/coUse/{dimension}/{tag.Key}/{with[pair.With]}", MetricDefinitions.CoUse, pair.Mentions)));
}
