using Campaigns.Results.Metrics;

namespace Campaigns.Results.Windows;

/// <summary>What the figures of some days are worth: those that are not kept for them say so.</summary>
internal static class WindowFigures
{
    /// <summary>Why distinct people of several days are not told.</summary>
    public const string OfPeople = "Distinct people are kept by the day and for the whole campaign; who spoke on several days counts once, so that days do not add up. They lie between the greatest day and the sum of the days (unions).";

    private const string OfParts = "Distinct people by channel, hashtag, kind and topic are kept for the whole campaign only.";
    private const string OfPartImpressions = "Impressions by channel, hashtag and kind are kept for the whole campaign only.";
    private const string OfFeelings = "By channel, topic, service and language it is told for the whole campaign only: how many people felt so is not kept by the day, and one window less another could tell of few.";
    private const string OfFirst = "Of days among others the first and the last mention's time are not told: they would be a single person's.";
    private const string OfNobody = "Nobody was heard on these days.";
    private const string OfActivity = "When organisations last took part is kept for the whole campaign only.";
    private const string OfTargets = "Objectives are scored for the whole campaign, by its own dates.";
    private const string OfEarlier = "These days were rolled up by an earlier version, which did not keep it by the day.";

    private static readonly Dictionary<string, MetricDefinition> People = new(StringComparer.Ordinal)
    {
        ["contributors"] = MetricDefinitions.Contributors,
        ["organisations"] = MetricDefinitions.Organisations,
        ["influencers"] = MetricDefinitions.Influencers,
        ["potentialReach"] = MetricDefinitions.PotentialReach,
        ["potentialImpressions"] = MetricDefinitions.PotentialImpressions,
    };

    /// <summary>Notes a figure that is not kept for these days.</summary>
    /// <returns>What is told instead of it.</returns>
    public static long? NotKept(Figures figures, string pointer, MetricDefinition definition, string why)
    {
        figures.Counted(pointer, definition, null);
        var noted = figures.All[pointer];
        figures.Put(pointer, noted.Status == FigureStatus.NotYet ? noted : noted with { Why = why });
        return null;
    }

    /// <summary>Takes the figures of results over in which everything was heard: only what belongs to the campaign's own dates is left out.</summary>
    /// <param name="results">The results of these days.</param>
    public static Figures OfAll(ResultsResponse results)
    {
        var figures = new Figures(results.AsOf, results.Figures["/mentions"].Coverage);
        foreach (var (pointer, figure) in results.Figures)
        {
            if (!IsActivity(figures, pointer))
            {
                figures.Put(pointer, figure);
            }
        }

        NotKept(figures, "/objectives", ObjectiveDefinitions.Progress, OfTargets);
        return figures;
    }

    /// <summary>Takes the figures of results over, without those that are told for the whole campaign only.</summary>
    /// <param name="results">The results of these days.</param>
    /// <param name="areFeelingsTold">Whether what is felt is told by channel, topic, service and language.</param>
    /// <param name="arePartsKept">Whether these days say what they come to by channel and topic.</param>
    public static Figures Of(ResultsResponse results, bool areFeelingsTold, bool arePartsKept)
    {
        var figures = new Figures(results.AsOf, results.Figures["/mentions"].Coverage);
        foreach (var (pointer, figure) in results.Figures)
        {
            if (IsActivity(figures, pointer))
            {
                continue;
            }

            switch (pointer.Split('/'))
            {
                // Of whom nothing is heard there is nobody.
                case [_, "byHashtag", var tag, _] when results.ByHashtag[tag].Mentions == 0:
                case [_, "peopleByKind", var kind, _] when results.ByKind[kind] == 0:
                case [_, "topics", var topic, "contributors"] when results.Topics[topic].MatchedBy.WithHashtag == 0:
                    figures.Put(pointer, figure);
                    break;
                case [_, "byHashtag" or "byChannel" or "peopleByKind", _, "potentialImpressions"]:
                    NotKept(figures, pointer, MetricDefinitions.PotentialImpressions, OfPartImpressions);
                    break;
                case [_, "byHashtag" or "byChannel" or "peopleByKind", _, var name] when People.TryGetValue(name, out var definition):
                    NotKept(figures, pointer, definition, OfParts);
                    break;
                case [_, "topics", _, "contributors"]:
                    NotKept(figures, pointer, MetricDefinitions.TopicContributors, OfParts);
                    break;
                case [_, "topics", ..] when figure.Status == FigureStatus.NotYet:
                    NotKept(figures, pointer, MetricDefinitions.TopicMentions, OfEarlier);
                    break;
                case [_, "lookAlikes", _] when figure.Status == FigureStatus.NotYet:
                    NotKept(figures, pointer, MetricDefinitions.LookAlikes, OfEarlier);
                    break;
                case [_, "services", _, "sentiment", _] when !areFeelingsTold:
                    NotKept(figures, pointer, SentimentDefinitions.ServiceSentiment, OfFeelings);
                    break;
                case [_, "services", ..] when figure.Status == FigureStatus.NotYet:
                    NotKept(figures, pointer, MetricDefinitions.ServiceMentions, OfEarlier);
                    break;
                case [_, "unions", ..]:
                case [_, "languages", ..] or [_, "sentiment", "byChannel" or "byTopic" or "byLanguage", ..] when !areFeelingsTold:
                    break;
                default:
                    figures.Put(pointer, figure);
                    break;
            }
        }

        foreach (var (name, definition) in new[] { ("contributors", MetricDefinitions.Contributors), ("potentialReach", MetricDefinitions.PotentialReach) })
        {
            NotKept(figures, $"/unions/{name}/byHashtag", definition, OfParts);
            NotKept(figures, $"/unions/{name}/byKind", definition, OfParts);
        }

        (string Pointer, MetricDefinition Definition, string? Why)[] missing =
        [
            ("/sentiment/byChannel", SentimentDefinitions.Sentiment, areFeelingsTold ? null : OfFeelings),
            ("/sentiment/byTopic", SentimentDefinitions.TopicSentiment, areFeelingsTold ? null : OfFeelings),
            ("/sentiment/byLanguage", SentimentDefinitions.Sentiment, areFeelingsTold ? null : OfFeelings),
            ("/languages", SentimentDefinitions.Languages, areFeelingsTold ? null : OfFeelings),
            ("/byChannel", MetricDefinitions.Mentions, arePartsKept ? null : OfEarlier),
            ("/coUse", MetricDefinitions.CoUse, arePartsKept ? null : OfEarlier),
            ("/firstMentionAt", MetricDefinitions.Mentions, results.FirstMentionAt is null ? WhyNoMoment(results) : null),
            ("/lastMentionAt", MetricDefinitions.Mentions, results.LastMentionAt is null ? WhyNoMoment(results) : null),
            ("/objectives", ObjectiveDefinitions.Progress, OfTargets),
        ];
        foreach (var (pointer, definition, why) in missing.Where(one => one.Why is not null))
        {
            NotKept(figures, pointer, definition, why!);
        }

        return figures;
    }

    private static string WhyNoMoment(ResultsResponse results) => results.Mentions == 0 ? OfNobody : OfFirst;

    /// <summary>Notes when organisations last took part, which goes by the campaign's own dates.</summary>
    private static bool IsActivity(Figures figures, string pointer)
    {
        if (pointer.Split('/') is not [_, "organisationsActive", ("active" or "share") and var part])
        {
            return false;
        }

        NotKept(figures, pointer, part == "share" ? OrganisationDefinitions.ActiveShare : OrganisationDefinitions.Active, OfActivity);
        return true;
    }
}
