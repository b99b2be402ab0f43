using Azure;
using Campaigns.Channels;
using Campaigns.Listening.Coverage;

namespace Campaigns.Listening.Search;

/// <summary>As much of a search as tells whether it is due.</summary>
internal sealed record SearchGlance(
    string Row, long From, long LookedTo, long? NextAt, long? AskedAt, SearchState State, string Lease, long LeaseUntil, bool IsQueued, ETag ETag)
{
    /// <summary>Whether somebody should ask now.</summary>
    /// <param name="period">When the campaign listens.</param>
    /// <param name="terms">What the channel allows.</param>
    /// <param name="changedAt">When its plan was last changed.</param>
    /// <param name="now">The time.</param>
    public bool IsDue(ListeningPeriod period, SearchTerms terms, long changedAt, long now)
    {
        if (Lease.Length > 0)
        {
            // Whoever has it is at it, or died.
            return LeaseUntil <= now;
        }

        return NextAt <= now
            || (NextAt is null && LookedTo < period.To + (long)terms.LateBy.TotalSeconds)
            || From > period.From
            || LookedTo > now + SearchWindows.Jitter
            || (State is SearchState.OutOfBudget or SearchState.Refused && changedAt >= AskedAt);
    }
}
