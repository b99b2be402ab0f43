using Campaigns.Insight;
using Campaigns.Planning;
using Campaigns.Results.Metrics;
using Campaigns.Results.RollUps;

namespace Campaigns.Results;

/// <summary>Writes what is felt about a campaign, in which languages and with which words.</summary>
internal sealed class SentimentWriter
{
    private readonly Campaign campaign;
    private readonly Summary? summary;
    private readonly SentimentSums sums;
    private readonly SentimentFigures figures;
    private readonly long? population;
    private readonly KeyValuePair<string, InsightCounts>[] languages;
    private readonly bool[] hiddenLanguages;

    /// <summary>Prepares the figures.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="summary">Its roll-up; null before the first one.</param>
    /// <param name="sums">What its texts come to.</param>
    /// <param name="all">Takes what each number is worth.</param>
    public SentimentWriter(Campaign campaign, Summary? summary, SentimentSums sums, Figures all)
    {
        (this.campaign, this.summary, this.sums) = (campaign, summary, sums);
        // Texts are analysed while others are rolled up: what was looked at is counted, or will be in a moment.
        population = summary is null ? null : Population(summary.Totals.Mentions - summary.Totals.Own, sums.Whole);
        languages = [.. sums.Languages.OrderBy(language => language.Key, StringComparer.Ordinal)];
        bool[][] rules = [Hidden(static counts => counts.LookedAt), Hidden(static counts => counts.NotOffered), Hidden(static counts => counts.LookedAt - counts.NotOffered)];
        hiddenLanguages = [.. languages.Select((_, language) => rules.Any(hidden => hidden[language]))];
        figures = new SentimentFigures(all, Name(sums.Analysers), sums.AsOf ?? summary?.AsOf, Share(sums.Whole.Analysed, population));

        // The campaign's figures tell what is offered from what is not, so that of either enough must be hidden together.
        bool[] Hidden(Func<InsightCounts, long> mentions) => Disclosure.Hidden([.. languages.Select(language => mentions(language.Value))], campaign.SuppressBelow);
    }

    /// <summary>The feelings.</summary>
    public SentimentResponse Sentiment()
    {
        var (whole, isKnown) = (sums.Whole, sums.Whole.LookedAt > 0 || population == 0);
        var why = Why(whole);
        // All that nothing is offered for, where they are few, are in hidden languages. A second figure goes with them, or the others would tell them.
        var isFew = Disclosure.IsFew(whole.NotOffered, campaign.SuppressBelow);
        return new SentimentResponse
        {
            Positive = Feeling("positive", whole.Positive),
            Neutral = Feeling("neutral", whole.Neutral),
            Negative = Feeling("negative", whole.Negative),
            Mixed = Feeling("mixed", whole.Mixed),
            Analysed = Looked("analysed", SentimentDefinitions.Analysed, whole.Analysed),
            Of = figures.Count("/sentiment/of", SentimentDefinitions.Population, population),
            NotOffered = Unanswered("notOffered", SentimentDefinitions.NotOffered, whole.NotOffered),
            Failed = Unanswered("failed", SentimentDefinitions.Failed, whole.Failed),
            OverBudget = Looked("overBudget", SentimentDefinitions.OverBudget, whole.OverBudget),
            NotLookedAt = figures.Count("/sentiment/notLookedAt", SentimentDefinitions.NotLookedAt, population - whole.LookedAt),
            MarginOfError = figures.Rate("/sentiment/marginOfError", SentimentDefinitions.MarginOfError, Margin(whole), isKnown ? FigureStatus.NotOffered : FigureStatus.NotYet),
            Confidence = figures.Rate("/sentiment/confidence", SentimentDefinitions.Confidence, whole.MeanConfidence, whole.LookedAt > 0 ? why : isKnown ? FigureStatus.NotOffered : why),
            Analyser = sums.Analysers.Select(analyser => analyser.Name).FirstOrDefault(),
            Version = sums.Analysers.Select(analyser => analyser.Version).FirstOrDefault(),
            Analysers = [.. sums.Analysers.Select(analyser => $"{analyser.Name} {analyser.Version}")],
            ByChannel = Parts("/sentiment/byChannel", SentimentDefinitions.Sentiment, [.. from channel in sums.Channels.OrderBy(channel => channel.Key, StringComparer.Ordinal)
                let totals = summary?.Channels.GetValueOrDefault(channel.Key)
                select (channel.Key, channel.Value, totals?.Mentions, totals?.Authors?.Contributors)]),
            ByTopic = Parts("/sentiment/byTopic", SentimentDefinitions.TopicSentiment, [.. from topic in campaign.Topics
                let totals = summary?.Topics.GetValueOrDefault(topic.Number)
                select (topic.Id, sums.Topic(topic), totals?.Mentions, totals?.Contributors)]),
            ByLanguage = Parts("/sentiment/byLanguage", SentimentDefinitions.Sentiment, [.. languages.Select((language, number) => (language.Key, language.Value, (long?)language.Value.LookedAt, (long?)null))], hiddenLanguages),
        };

        long? Feeling(string name, long count) => figures.Count($"/sentiment/{name}", SentimentDefinitions.Sentiment, whole.Analysed > 0 || population == 0 ? count : null, why);
        long? Looked(string name, MetricDefinition definition, long count) => figures.Count($"/sentiment/{name}", definition, isKnown ? count : null);
        long? Unanswered(string name, MetricDefinition definition, long count) => isFew ? figures.Count($"/sentiment/{name}", definition, null, FigureStatus.Suppressed) : Looked(name, definition, count);
    }

    /// <summary>Mentions by language, without those that would tell of few people: these come last, since their place would tell their size.</summary>
    public IReadOnlyDictionary<string, long?> Languages() => languages.Index().OrderByDescending(language => hiddenLanguages[language.Index] ? -1 : language.Item.Value.LookedAt).ToDictionary(
        language => language.Item.Key, language => figures.Count(
            $"/languages/{language.Item.Key}", SentimentDefinitions.Languages, hiddenLanguages[language.Index] ? null : language.Item.Value.LookedAt, FigureStatus.Suppressed));

    /// <summary>What mentions speak of, the most frequent first.</summary>
    public IReadOnlyDictionary<string, long?> Phrases() => sums.Phrases.ToDictionary(
        phrase => phrase.Key, phrase => figures.Count($"/phrases/{phrase.Key}", SentimentDefinitions.Phrases, phrase.Value));

    /// <summary>How many could be analysed, where roll-ups and analysis are never at the same point.</summary>
    internal static long Population(long mentions, in InsightCounts counts) => Math.Max(mentions, counts.LookedAt);

    /// <summary>The margin of error; a budget's sample is drawn from what it would have had analysed.</summary>
    internal static double? Margin(in InsightCounts counts) => MarginOfError.Of(counts.Analysed, counts.Analysed + counts.OverBudget);

    private static string? Name(IReadOnlyList<(string Name, string Version)> analysers) => analysers.Count == 0 ? null : analysers[0].Name;

    private static double? Share(long part, long? whole) => whole > 0 ? Math.Round((double)part / whole.Value, 4) : null;

    /// <summary>Why nothing is known of what was felt.</summary>
    internal static string Why(in InsightCounts counts) =>
        counts.NotOffered > 0 ? FigureStatus.NotOffered : counts.Failed > 0 ? FigureStatus.Failed : FigureStatus.NotYet;

    /// <param name="pointer">Where they stand.</param>
    /// <param name="definition">What their feelings are.</param>
    /// <param name="parts">The parts; people is null where nobody knows how many wrote their mentions.</param>
    /// <param name="hidden">Of which parts nothing is told, not even how many mentions they have.</param>
    private Dictionary<string, SentimentPart> Parts(
        string pointer, MetricDefinition definition, IReadOnlyList<(string Name, InsightCounts Counts, long? Mentions, long? People)> parts, bool[]? hidden = null)
    {
        var disclosure = new SentimentDisclosure([.. parts.Select(part => part.Counts)], [.. parts.Select(part => part.People ?? 0)], campaign.SuppressBelow, hidden);
        return parts.Index().ToDictionary(part => part.Item.Name, part =>
        {
            var (at, counts, isEmpty) = ($"{pointer}/{part.Item.Name}", part.Item.Counts, part.Item.Counts.LookedAt == 0 && part.Item.Mentions == 0);
            return new SentimentPart(
                Feeling("positive", 0, counts.Positive), Feeling("neutral", 1, counts.Neutral), Feeling("negative", 2, counts.Negative), Feeling("mixed", 3, counts.Mixed),
                figures.Count($"{at}/analysed", SentimentDefinitions.Analysed, disclosure.IsHidden(part.Index) ? null : counts.LookedAt > 0 || isEmpty ? counts.Analysed : null, Hidden(part.Index, FigureStatus.NotYet)),
                hidden?[part.Index] == true
                    ? figures.Count($"{at}/of", SentimentDefinitions.Population, null, FigureStatus.Suppressed)
                    : figures.Count($"{at}/of", SentimentDefinitions.Population, part.Item.Mentions is { } mentions ? Population(mentions, counts) : null),
                figures.Rate(
                    $"{at}/marginOfError", SentimentDefinitions.MarginOfError, disclosure.IsHidden(part.Index) ? null : Margin(counts),
                    Hidden(part.Index, counts.LookedAt > 0 || isEmpty ? FigureStatus.NotOffered : FigureStatus.NotYet)));

            long? Feeling(string name, int feeling, long count) => figures.Count(
                $"{at}/{name}", definition, disclosure.IsHidden(part.Index, feeling) || (counts.Analysed == 0 && !isEmpty) ? null : count,
                disclosure.IsHidden(part.Index, feeling) ? FigureStatus.Suppressed : Why(counts));
        });

        string Hidden(int part, string otherwise) => disclosure.IsHidden(part) ? FigureStatus.Suppressed : otherwise;
    }
}
