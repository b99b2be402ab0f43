using Campaigns.Channels;
using Campaigns.Planning;

namespace Campaigns.Listening.Search;

/// <summary>How often to search: more often where something is found, and so that the budget lasts until the end.</summary>
internal static class SearchPace
{
    /// <summary>The longest pause, whatever the budget.</summary>
    private const int Longest = 24 * 3600;

    /// <summary>The search after a round in which nothing was left to ask.</summary>
    /// <param name="search">The search.</param>
    /// <param name="options">The bounds.</param>
    /// <param name="paced">Seconds that the budget asks for.</param>
    /// <param name="last">When the last search of the campaign is due.</param>
    /// <param name="now">The time.</param>
    public static SearchRow Rested(this SearchRow search, SearchOptions options, int paced, long last, long now)
    {
        var (least, most) = ((int)options.SearchEvery.TotalSeconds, (int)options.SearchAtLeastEvery.TotalSeconds);
        var every = search.Round.Got > 0 ? least : Math.Clamp(search.Every * 2, least, Math.Max(least, most));
        var next = now + Math.Max(every, paced);
        return search with
        {
            Every = every,
            Paced = Math.Max(every, paced),
            Usual = search.Round.Calls == 0 ? search.Usual : search.Usual?.Then(search.Round) ?? search.Round,
            Round = default,
            StoppedAt = null,
            NextAt = search.LookedTo >= last ? null : Math.Min(next, Math.Max(last, now + least)),
            Lease = "",
        };
    }

    /// <summary>Seconds between two rounds so that what is left of the budget lasts until the end.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="spent">What is spent of it.</param>
    /// <param name="round">What a round of one search comes to.</param>
    /// <param name="searches">How many searches share the budget.</param>
    /// <param name="terms">What the channel allows.</param>
    /// <param name="left">Seconds until the end.</param>
    public static int Of(CampaignBudget budget, Spending spent, RoundCost round, int searches, SearchTerms terms, long left)
    {
        var seconds = 0.0;
        if (budget.Calls is { } calls)
        {
            seconds = Between(round.Calls, calls - spent.Calls);
        }

        if (budget.Money is { } money && round.Money > 0)
        {
            seconds = Math.Max(seconds, Between((double)round.Money, (double)(money - spent.In(budget.Currency))));
        }

        var longest = terms.LooksBack is { } back ? Math.Min(Longest, back.TotalSeconds / 2) : Longest;
        return (int)Math.Min(Math.Ceiling(seconds), longest);

        double Between(double cost, double rest) => cost <= 0 ? 0 : rest <= 0 ? Longest : Math.Max(0, left) * searches * cost / rest;
    }
}
