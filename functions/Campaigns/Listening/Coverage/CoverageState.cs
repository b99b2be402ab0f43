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

    /// <summary>Mentions came after the campaign's retention was over and its counting closed.</summary>
    public const string TooLate = "too_late";

    /// <summary>The channel was searched, and everything that it shows was read.</summary>
    public const string Searched = "searched";

    /// <summary>The channel was searched and showed only a part of what there is.</summary>
    public const string Truncated = "truncated";

    /// <summary>The channel asked to wait; it will be searched for this time again.</summary>
    public const string RateLimited = "rate_limited";

    /// <summary>Asking would have gone past the campaign's budget.</summary>
    public const string OutOfBudget = "out_of_budget";

    /// <summary>The channel did not answer; it will be asked again.</summary>
    public const string Failed = "failed";

    /// <summary>The channel refuses to answer until somebody changes something.</summary>
    public const string Refused = "refused";

    /// <summary>The channel was not asked about this time yet.</summary>
    public const string NotAsked = "not_asked";

    /// <summary>The word for a state of searching.</summary>
    /// <param name="state">The state.</param>
    public static string Of(SearchState state) => state switch
    {
        SearchState.Searched => Searched,
        SearchState.Truncated => Truncated,
        SearchState.RateLimited => RateLimited,
        SearchState.OutOfBudget => OutOfBudget,
        SearchState.Failed => Failed,
        SearchState.Refused => Refused,
        _ => NotAsked,
    };

    /// <summary>Whether a state is one of searching, not of what was handed in.</summary>
    /// <param name="state">The state.</param>
    public static bool IsOfSearch(string state) => state is Searched or Truncated or RateLimited or OutOfBudget or Failed or Refused or NotAsked;
}
