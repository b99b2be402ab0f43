using System.Globalization;
using Campaigns.Insight;
using Campaigns.Planning;
using Campaigns.Results.Metrics;
using Campaigns.Results.RollUps;

namespace Campaigns.Results;

/// <summary>Puts topics together by the service that they belong to: what was said about it, and how it is felt.</summary>
/// <param name="campaign">The campaign.</param>
/// <param name="summary">Its roll-up; null before the first one.</param>
/// <param name="sums">What its texts come to.</param>
/// <param name="all">All figures of the answer, those of topics among them.</param>
internal sealed class ServicesWriter(Campaign campaign, Summary? summary, SentimentSums sums, Figures all)
{
    private static readonly string[] Feelings = ["positive", "neutral", "negative", "mixed"];

    public IReadOnlyList<ServiceResponse> Write()
    {
        CampaignTopic[][] services =
            [.. campaign.Topics.Where(topic => topic.Service is not null).GroupBy(topic => topic.Service!.Trim(), StringComparer.OrdinalIgnoreCase).OrderBy(one => one.Key, StringComparer.OrdinalIgnoreCase).Select(one => one.ToArray())];
        InsightCounts[] counts = [.. services.Select(topics => sums.OfAny(topics))];
        var disclosure = new SentimentDisclosure(counts, [.. services.Select(People)], campaign.SuppressBelow, [.. services.Select((topics, service) => TellsOfFew(topics, counts[service]))]);
        var figures = new SentimentFigures(all, sums.Analysers.Select(analyser => analyser.Name).FirstOrDefault(), sums.AsOf ?? summary?.AsOf, null);
        return
        [
            .. services.Select((topics, service) =>
            {
                var pointer = string.Create(CultureInfo.InvariantCulture, $"/services/{service}");
                return new ServiceResponse(
                    topics[0].Service!.Trim(), [.. topics.Select(topic => topic.Id)], Mentions(pointer, topics),
                    new ServiceSentiment(
                        Feeling(0, counts[service].Positive), Feeling(1, counts[service].Neutral), Feeling(2, counts[service].Negative), Feeling(3, counts[service].Mixed),
                        Number("analysed", disclosure.IsHidden(service), counts[service].Analysed)));

                long? Feeling(int feeling, long count) => Number(Feelings[feeling], disclosure.IsHidden(service, feeling), count);
                long? Number(string name, bool isHidden, long count) => figures.Count(
                    $"{pointer}/sentiment/{name}", SentimentDefinitions.ServiceSentiment, isHidden || counts[service].LookedAt == 0 ? null : count,
                    isHidden ? FigureStatus.Suppressed : FigureStatus.NotYet);
            }),
        ];
    }

    /// <summary>A mention may have several topics, so that the service's lie between the greatest and the sum.</summary>
    private UnionInterval? Mentions(string pointer, CampaignTopic[] topics)
    {
        var interval = UnionInterval.Of(topics.Select(topic => summary?.Topics.GetValueOrDefault(topic.Number)?.Mentions));
        if (interval is null)
        {
            all.Known($"{pointer}/mentions", MetricDefinitions.ServiceMentions, null);
            return null;
        }

        all.Counted($"{pointer}/mentions/atLeast", MetricDefinitions.ServiceMentions, interval.AtLeast);
        all.Counted($"{pointer}/mentions/atMost", MetricDefinitions.ServiceMentions, interval.AtMost);
        return interval;
    }

    /// <summary>At least so many people wrote its mentions, as far as is known.</summary>
    private long People(CampaignTopic[] topics) => topics.Max(topic => summary?.Topics.GetValueOrDefault(topic.Number)?.Contributors ?? 0);

    /// <summary>Whether a service beside its topics would tell of few: what a topic hides, what is left without one, or what several share.</summary>
    private bool TellsOfFew(CampaignTopic[] topics, in InsightCounts service)
    {
        long[] each = [.. topics.Select(topic => sums.Topic(topic).Analysed)];
        var whole = service.Analysed;
        return Array.Exists(topics, topic => Feelings.Append("analysed").Any(name =>
                all.All.GetValueOrDefault($"/sentiment/byTopic/{topic.Id}/{name}")?.Status == FigureStatus.Suppressed))
            || Array.Exists(each, part => Disclosure.IsFew(whole - part, campaign.SuppressBelow))
            || Disclosure.IsFew(each.Sum() - whole, campaign.SuppressBelow);
    }
}
