using Campaigns.Results.Metrics;

namespace Campaigns.Results.Windows;

/// <summary>What the figures of some days are worth: those that are not kept for them say so.</summary>
internal static class WindowFigures
{
    /// <summary>Why distinct people of several days are not told.</summary>
    public const string OfPeople = "Distinct people are kept by the day and for the whole campaign; who spoke on several days counts once, so that days do not add up. unions gives the interval.";

    /// <summary>Why people by channel, hashtag, kind or topic are not told.</summary>
    public const string OfParts = "Distinct people by channel, hashtag, kind and topic are kept for the whole campaign only.";

    private const string OfFeelings = "By channel, topic and language it is told for the whole campaign only.";
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

    /// <summary>Takes the figures of results over, without those that are told for the whole campaign only.</summary>
    /// <param name="results">The results of these days.</param>
    public static Figures Of(ResultsResponse results)
    {
        var figures = new Figures(results.AsOf, results.Figures["/mentions"].Coverage);
        foreach (var (pointer, figure) in results.Figures)
        {
            switch (pointer.Split('/'))
            {
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
                case [_, "services", _, "sentiment", _]:
                    NotKept(figures, pointer, SentimentDefinitions.ServiceSentiment, OfFeelings);
                    break;
                case [_, "services", ..] when figure.Status == FigureStatus.NotYet:
                    NotKept(figures, pointer, MetricDefinitions.ServiceMentions, OfEarlier);
                    break;
                case [_, "organisationsActive", ("active" or "share") and var part]:
                    NotKept(figures, pointer, part == "share" ? OrganisationDefinitions.ActiveShare : OrganisationDefinitions.Active, OfActivity);
                    break;
                case [_, "unions", ..] or [_, "languages", ..] or [_, "sentiment", "byChannel" or "byTopic" or "byLanguage", ..]:
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

        NotKept(figures, "/sentiment/byChannel", SentimentDefinitions.Sentiment, OfFeelings);
        NotKept(figures, "/sentiment/byTopic", SentimentDefinitions.TopicSentiment, OfFeelings);
        NotKept(figures, "/sentiment/byLanguage", SentimentDefinitions.Sentiment, OfFeelings);
        NotKept(figures, "/languages", SentimentDefinitions.Languages, OfFeelings);
        NotKept(figures, "/objectives", ObjectiveDefinitions.Progress, OfTargets);
        return figures;
    }
}
