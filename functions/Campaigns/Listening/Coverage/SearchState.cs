namespace Campaigns.Listening.Coverage;

/// <summary>How well a moment was searched: the higher wins where two searches meet. The numbers are stored, so they are permanent.</summary>
public enum SearchState : byte
{
    /// <summary>Nobody asked yet.</summary>
    NotAsked = 0,

    /// <summary>The channel refuses to answer until somebody changes something.</summary>
    Refused = 1,

    /// <summary>The channel did not answer.</summary>
    Failed = 2,

    /// <summary>Asking would have gone past the campaign's budget.</summary>
    OutOfBudget = 3,

    /// <summary>The channel asked to wait.</summary>
    RateLimited = 4,

    /// <summary>The channel showed only a part of what there is.</summary>
    Truncated = 5,

    /// <summary>Everything that the channel shows was read.</summary>
    Searched = 6,
}
