namespace Campaigns.Insight;

/// <summary>What became of a text that was to be analysed.</summary>
public enum InsightStatus
{
    /// <summary>Its sentiment is known.</summary>
    Analysed,

    /// <summary>Its language has no lexicon, or is not one that the service knows: nothing is said about it, which is not neutral.</summary>
    NotOffered,

    /// <summary>The service refused this text.</summary>
    Failed,

    /// <summary>It was not asked for: the budget is used up, or the text is not in the sample.</summary>
    OverBudget,

    /// <summary>The service did not come to it, and it counts as nothing yet: it comes again.</summary>
    Unanswered,
}
