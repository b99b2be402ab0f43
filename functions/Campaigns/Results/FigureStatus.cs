namespace Campaigns.Results;

/// <summary>What a number is worth: null is never zero, and says why it is null.</summary>
public static class FigureStatus
{
    /// <summary>A number.</summary>
    public const string Value = "value";

    /// <summary>A number, and it is 0.</summary>
    public const string Zero = "zero";

    /// <summary>Nobody offers it: there are mentions, and for none of them it is known.</summary>
    public const string NotOffered = "not_offered";

    /// <summary>Somebody has it and may not or will not tell.</summary>
    public const string NotPermitted = "not_permitted";

    /// <summary>It could not be worked out.</summary>
    public const string Failed = "failed";

    /// <summary>It is not worked out yet.</summary>
    public const string NotYet = "not_yet";

    /// <summary>It is known, and would tell of few people.</summary>
    public const string Suppressed = "suppressed";
}
