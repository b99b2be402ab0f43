using Campaigns.Planning;

namespace Campaigns.Listening.Search;

/// <summary>When a campaign listens.</summary>
/// <param name="From">Its first second, since 1970.</param>
/// <param name="To">Its end, exclusive.</param>
internal readonly record struct ListeningPeriod(long From, long To)
{
    /// <summary>How long after its end what an outage left open is still searched.</summary>
    private static readonly TimeSpan CatchUp = TimeSpan.FromDays(2);

    public static ListeningPeriod Of(Campaign campaign) => new(campaign.StartsAt.ToUnixTimeSeconds(), campaign.EndsAt.ToUnixTimeSeconds());

    /// <summary>Whether there may be something to search.</summary>
    public bool IsOn(long now, TimeSpan lateBy) => now >= From && now < To + (long)(lateBy + CatchUp).TotalSeconds;
}
