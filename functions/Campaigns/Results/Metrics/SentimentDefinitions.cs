namespace Campaigns.Results.Metrics;

/// <summary>What the numbers mean that an analyser of texts makes.</summary>
public static class SentimentDefinitions
{
    /// <summary>Mentions of a sentiment.</summary>
    public static MetricDefinition Sentiment { get; } = Of(
        "sentiment", "Mentions whose text feels positive, neutral, negative, or mixed where it is both, as the analyser sees it; shares count like all others, the campaign's own are left out.", "mentions", Additivity.Sum);

    /// <summary>Mentions of a topic and a sentiment.</summary>
    public static MetricDefinition TopicSentiment { get; } = Of(
        "topicSentiment", "Items with the words of a topic, with a hashtag of the campaign or without, whose text feels positive, neutral, negative or mixed; an item may be about several topics.", "mentions", Additivity.Sum);

    /// <summary>Mentions of a service and a sentiment.</summary>
    public static MetricDefinition ServiceSentiment { get; } = Of(
        "serviceSentiment", "Items with the words of any topic of a service, each once, whose text feels positive, neutral, negative or mixed, or is analysed at all.", "mentions", Additivity.Sum);

    /// <summary>The base.</summary>
    public static MetricDefinition Analysed { get; } = Of(
        "sentimentAnalysed", "Mentions whose sentiment is known: the base of the figures beside it, each mention once however often it comes.", "mentions", Additivity.Sum);

    /// <summary>What could be analysed.</summary>
    public static MetricDefinition Population { get; } = Of(
        "sentimentOf", "Mentions that could be analysed: all but the campaign's own; of a channel or a topic all, since the campaign's own are not told apart there.", "mentions", Additivity.Sum);

    /// <summary>What no analyser can do.</summary>
    public static MetricDefinition NotOffered { get; } = Of(
        "sentimentNotOffered", "Mentions in a language that the analyser knows nothing about; they are not neutral.", "mentions", Additivity.Sum);

    /// <summary>What was refused.</summary>
    public static MetricDefinition Failed { get; } = Of(
        "sentimentFailed", "Mentions whose text the analyser refused.", "mentions", Additivity.Sum);

    /// <summary>What was not asked for.</summary>
    public static MetricDefinition OverBudget { get; } = Of(
        "sentimentOverBudget", "Mentions that were not analysed since the campaign's budget for it was short.", "mentions", Additivity.Sum);

    /// <summary>What nobody looked at.</summary>
    public static MetricDefinition NotLookedAt { get; } = Of(
        "sentimentNotLookedAt", "Mentions whose text was not looked at: it is on its way, or waits to be replayed, or was lost before it could be analysed; handed in again, it is looked at.", "mentions", Additivity.Sum);

    /// <summary>How far a sample may be from the whole.</summary>
    public static MetricDefinition MarginOfError { get; } = Of(
        "sentimentMarginOfError", "Percentage points by which a share of the analysed may be off from that of all that the budget would have had analysed, at 95% and at worst, as if drawn at random; unknown where nothing was left out.", "percentage points", Additivity.None);

    /// <summary>How sure the analyser was.</summary>
    public static MetricDefinition Confidence { get; } = Of(
        "sentimentConfidence", "How sure the analyser was of a sentiment, from 0 to 1, the mean over the analysed mentions.", "share", Additivity.None);

    /// <summary>Languages.</summary>
    public static MetricDefinition Languages { get; } = Of(
        "languages", "Mentions that were looked at, by the language that the analyser found or that came with them.", "mentions", Additivity.Sum);

    /// <summary>Phrases.</summary>
    public static MetricDefinition Phrases { get; } = Of(
        "phrases", "Mentions that have a phrase, on the days on which at least suppressBelow of them, and never fewer than 3, had it; a lower bound.", "mentions", Additivity.None);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } =
        [Sentiment, TopicSentiment, ServiceSentiment, Analysed, Population, NotOffered, Failed, OverBudget, NotLookedAt, MarginOfError, Confidence, Languages, Phrases];

    private static MetricDefinition Of(string id, string definition, string unit, Additivity additivity) =>
        new(id, 1, definition, unit, MetricClass.Outtake, additivity) { Source = MetricSource.Analysed };
}
