namespace Campaigns.Results;

/// <summary>What is felt, who found it out, and of how much.</summary>
public sealed record SentimentResponse
{
    /// <summary>Positive mentions.</summary>
    public required long? Positive { get; init; }

    /// <summary>Neutral mentions.</summary>
    public required long? Neutral { get; init; }

    /// <summary>Negative mentions.</summary>
    public required long? Negative { get; init; }

    /// <summary>Mixed mentions.</summary>
    public required long? Mixed { get; init; }

    /// <summary>How many these are together: the base.</summary>
    public required long? Analysed { get; init; }

    /// <summary>How many could be analysed.</summary>
    public required long? Of { get; init; }

    /// <summary>How many are in a language that nothing is offered for.</summary>
    public required long? NotOffered { get; init; }

    /// <summary>How many the analyser refused.</summary>
    public required long? Failed { get; init; }

    /// <summary>How many the budget left out.</summary>
    public required long? OverBudget { get; init; }

    /// <summary>How many nobody looked at.</summary>
    public required long? NotLookedAt { get; init; }

    /// <summary>Percentage points, where a budget left some out.</summary>
    public required double? MarginOfError { get; init; }

    /// <summary>How sure the analyser was, 0 to 1.</summary>
    public required double? Confidence { get; init; }

    /// <summary>Who analysed; of several, who did most.</summary>
    public required string? Analyser { get; init; }

    /// <summary>Its version.</summary>
    public required string? Version { get; init; }

    /// <summary>Everyone who analysed.</summary>
    public required IReadOnlyList<string> Analysers { get; init; }

    /// <summary>By channel.</summary>
    public required IReadOnlyDictionary<string, SentimentPart> ByChannel { get; init; }

    /// <summary>By topic of the plan.</summary>
    public required IReadOnlyDictionary<string, SentimentPart> ByTopic { get; init; }

    /// <summary>By language; <c>unknown</c> is one of them.</summary>
    public required IReadOnlyDictionary<string, SentimentPart> ByLanguage { get; init; }
}
