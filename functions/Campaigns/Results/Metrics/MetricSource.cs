namespace Campaigns.Results.Metrics;

/// <summary>Whose figures a definition makes.</summary>
public static class MetricSource
{
    /// <summary>This engine's, counted from mentions.</summary>
    public const string Counted = "counted";

    /// <summary>This engine's, of its own searching.</summary>
    public const string Listening = "listening";

    /// <summary>This engine's, of what an analyser of texts says; figures name the analyser.</summary>
    public const string Analysed = "analysed";

    /// <summary>Nobody's count: somebody entered it, and it is worth what they say.</summary>
    public const string SelfReported = "self-reported";

    /// <summary>The campaign's own plan: what it wants to reach, and how far that is.</summary>
    public const string Plan = "plan";

    /// <summary>Those of a listening tool: to compare with, never among the engine's own figures.</summary>
    public const string Socialert = "Socialert";

    /// <inheritdoc cref="Socialert" />
    public const string Talkwalker = "Talkwalker";
}
