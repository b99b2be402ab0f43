using Campaigns.Http;

namespace Campaigns.Planning;

/// <summary>Gives topics their permanent numbers, by their ids.</summary>
public static class TopicNumbers
{
    /// <summary>Keeps the numbers that were given and numbers what is new.</summary>
    /// <param name="ever">The ids of every topic that the campaign had so far, by number.</param>
    /// <param name="wanted">The topics of the plan as it is put.</param>
    /// <param name="faults">Where a fault goes when there are no numbers left.</param>
    /// <returns>The old ids as they were, and the new ones behind them.</returns>
    public static IReadOnlyList<string> Assign(IReadOnlyList<string> ever, IReadOnlyList<CampaignTopic> wanted, Faults faults)
    {
        string[] all = [.. ever, .. wanted.Select(topic => topic.Id).Except(ever)];
        if (all.Length > TagNumbers.Most)
        {
            faults.Add("topics", $"{all.Length} over the campaign's life", $"a campaign may have at most {TagNumbers.Most} topics over its life, removed ones included");
        }

        return all;
    }

    /// <summary>The topics with their permanent numbers.</summary>
    /// <param name="topics">The topics as the document has them.</param>
    /// <param name="ever">The ids of every topic, by number; a topic that is not among them has none and is left out.</param>
    public static IReadOnlyList<CampaignTopic> Number(IReadOnlyList<CampaignTopic> topics, IReadOnlyList<string> ever)
    {
        var numbers = ever.Index().ToDictionary(id => id.Item, id => id.Index, StringComparer.Ordinal);
        return [.. topics.Where(topic => numbers.ContainsKey(topic.Id)).Select(topic => topic with { Number = numbers[topic.Id] })];
    }
}
