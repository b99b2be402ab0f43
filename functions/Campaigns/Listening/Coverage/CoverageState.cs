namespace Campaigns.Listening.Coverage;

/// <summary>What coverage says of a span of time, in the words of the HTTP contract.</summary>
public static class CoverageState
{
    /// <summary>Mentions were handed in; the engine did not search, so it cannot say what was missed.</summary>
    public const string Supplied = "supplied";

    /// <summary>The hashtag came into the plan later than others: what was taken in before was not looked through for it.</summary>
    public const string NotListened = "not_listened";

    /// <summary>Mentions were taken in and could not be counted.</summary>
    public const string NotCounted = "not_counted";

    /// <summary>Mentions reached the counter after their campaign was archived or made anew.</summary>
    public const string Dropped = "dropped";
}
