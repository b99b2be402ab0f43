namespace Campaigns.Results.Objectives;

/// <summary>How an objective stands, by the campaign's own dates.</summary>
public static class ObjectiveState
{
    /// <summary>The campaign has not begun.</summary>
    public const string NotStarted = "notStarted";

    /// <summary>The target is met.</summary>
    public const string Reached = "reached";

    /// <summary>Its day is over, and the target was not met; or it cannot be met any more.</summary>
    public const string Missed = "missed";

    /// <summary>It goes on as it must.</summary>
    public const string OnTrack = "onTrack";

    /// <summary>It must go faster than it does.</summary>
    public const string Behind = "behind";

    /// <summary>Nobody can tell.</summary>
    public const string Unknown = "unknown";
}
