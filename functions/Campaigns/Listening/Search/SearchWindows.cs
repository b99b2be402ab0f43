using Campaigns.Channels;
using Campaigns.Listening.Coverage;

namespace Campaigns.Listening.Search;

/// <summary>Opens the windows that are to be searched.</summary>
internal static class SearchWindows
{
    /// <summary>The most windows that wait at a time.</summary>
    public const int Most = 24;

    /// <summary>How many seconds a clock may be behind the one that was read before.</summary>
    public const long Jitter = 60;

    /// <summary>
    /// The search with a window for the time since the last one, back by as much as items may come late. A window that nobody began grows
    /// instead, so that an outage leaves one window however long it is.
    /// </summary>
    public static SearchRow Opened(this SearchRow search, ListeningPeriod period, SearchTerms terms, long now, int shortest)
    {
        search = search.WithClock(now).WithStart(period.From);
        // Nothing after the last look is looked at: a campaign that is extended later goes on from there and leaves no hole.
        var lookedTo = Math.Max(search.LookedTo, Math.Min(now, period.To + (long)terms.LateBy.TotalSeconds));
        if (search.LookedTo >= now || (search.Open.Count > 0 && now - search.LookedTo < shortest))
        {
            return search.WithinReach(terms, now);
        }

        var (from, to) = (Math.Max(period.From, search.LookedTo - (long)terms.LateBy.TotalSeconds), Math.Min(now, period.To));
        if (from >= to)
        {
            return (search with { LookedTo = lookedTo }).WithinReach(terms, now);
        }

        var open = search.Open.ToList();
        var end = Math.Min(search.LookedTo, period.To);
        if (open.FindIndex(window => window.IsUntouched && window.To == end && window.From <= end) is var untouched and >= 0)
        {
            open[untouched] = open[untouched] with { From = Math.Min(open[untouched].From, from), To = to };
        }
        else if (open.Count < Most)
        {
            open.Add(new OpenWindow(from, to, Math.Max(from, search.LookedTo), 0));
        }
        else
        {
            return search.WithinReach(terms, now);
        }

        return (search with { Open = open, LookedTo = lookedTo }).WithinReach(terms, now);
    }

    /// <summary>Whether everything up to the end was searched, and late enough for what comes late.</summary>
    public static bool IsDone(this SearchRow search, ListeningPeriod period, SearchTerms terms) =>
        search.Open.Count == 0 && search.LookedTo >= period.To + (long)terms.LateBy.TotalSeconds;

    /// <summary>A clock that was set back: what was recorded of the future is forgotten and searched when it comes.</summary>
    private static SearchRow WithClock(this SearchRow search, long now) => search.LookedTo <= now + Jitter ? search : search with
    {
        LookedTo = now,
        Ledger = search.Ledger.Before(now),
        Open = [.. search.Open.Where(window => window.From < now).Select(window => window with { To = Math.Min(window.To, now) })],
    };

    /// <summary>A campaign whose start was moved to an earlier day.</summary>
    private static SearchRow WithStart(this SearchRow search, long start) => start >= search.From ? search : search with
    {
        From = start,
        Open = [new OpenWindow(start, search.From, start, 0), .. search.Open],
    };

    /// <summary>Gives up what lies further back than the channel shows.</summary>
    private static SearchRow WithinReach(this SearchRow search, SearchTerms terms, long now)
    {
        if (terms.LooksBack is not { } looksBack)
        {
            return search;
        }

        var (reach, ledger, open) = (now - (long)looksBack.TotalSeconds, search.Ledger, new List<OpenWindow>());
        foreach (var window in search.Open)
        {
            ledger = ledger.Add(window.From, Math.Min(window.UnreadTo, reach), SearchState.Truncated);
            if (window.UnreadTo > reach)
            {
                open.Add(window with { From = Math.Max(window.From, reach) });
            }
        }

        return search with { Ledger = ledger, Open = open };
    }
}
