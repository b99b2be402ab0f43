using Campaigns.Channels;
using Campaigns.Listening.Coverage;

namespace Campaigns.Listening.Search;

/// <summary>What a search is after an answer. Nothing here reads a clock or storage, so that the same answers always lead to the same search.</summary>
internal static class SearchAnswers
{
    /// <summary>How often a window is halved to dig out what the channel does not show of the whole.</summary>
    public const int MostHalvings = 12;

    /// <summary>The most pages that are read of one window before it counts as cut short.</summary>
    public const int MostPages = 100;

    /// <summary>The shortest window, in seconds.</summary>
    private const long Shortest = 10;

    /// <summary>The longest cursor that is kept; a channel's own are shorter by far.</summary>
    private const int LongestCursor = 1000;

    /// <summary>After a page of the next window.</summary>
    /// <param name="search">The search.</param>
    /// <param name="page">The page.</param>
    /// <param name="terms">What the channel allows.</param>
    /// <param name="got">How many mentions were new.</param>
    public static SearchRow After(this SearchRow search, SearchPage.Found page, SearchTerms terms, long got)
    {
        var window = search.Open[^1];
        window = window with
        {
            Pages = window.Pages + 1,
            Failures = 0,
            Asked = window.Asked + page.Requests,
            Got = window.Got + got,
            ReadBackTo = ReadBackTo(window, page),
        };
        search = search with { State = SearchState.Searched, Reason = null, Failures = 0, Open = [.. search.Open.SkipLast(1)] };
        if (!page.IsCutShort && page.Next is null)
        {
            return search.Searched(window, window.From);
        }

        var isCutShort = page.IsCutShort || page.Next == window.Cursor || page.Next!.Length > LongestCursor || window.Pages >= MostPages;
        if (!isCutShort)
        {
            return search with
            {
                Ledger = search.Ledger.Add(window.UnreadTo, window.To, SearchState.Searched),
                Open = [.. search.Open, window with { Cursor = page.Next }],
            };
        }

        if (window.UnreadTo <= window.From)
        {
            return search.Searched(window, window.From);
        }

        search = search.Truncated(window);
        // A channel that takes no time window shows the same again; and one that showed nothing has nothing to dig out.
        var digs = !terms.IsPerFeed && (page.Items.Count > 0 || window.Pages > 1) && window.Depth < MostHalvings
            && window.UnreadTo - window.From >= 2 * Shortest && search.Open.Count + 2 <= SearchWindows.Most;
        return digs ? search.Halved(window) : search with { State = SearchState.Truncated, Reason = "The channel showed only a part of what there is." };
    }

    /// <summary>After anything that stops it for now: what is still open bears the state until it is searched after all.</summary>
    /// <param name="search">The search.</param>
    /// <param name="state">What stops it.</param>
    /// <param name="reason">Why, in plain words.</param>
    /// <param name="nextAt">When to try again.</param>
    /// <param name="asked">How many requests were made.</param>
    public static SearchRow Stopped(this SearchRow search, SearchState state, string reason, long nextAt, long asked)
    {
        var ledger = search.Ledger;
        foreach (var window in search.Open)
        {
            var isNext = window == search.Open[^1];
            ledger = ledger.Add(window.From, window.UnreadTo, state, isNext ? window.Asked + asked : 0, isNext ? window.Got : 0);
        }

        return search with
        {
            State = state,
            Reason = reason,
            NextAt = nextAt,
            Failures = state == SearchState.Failed ? search.Failures + 1 : 0,
            Ledger = ledger,
            Open = [.. search.Open.SkipLast(1), .. search.Open.TakeLast(1).Select(window => Again(window, state))],
        };
    }

    /// <summary>Seconds until the next try after so many failures in a row: one minute, then twice as long each time, up to a quarter of an hour.</summary>
    public static long BackOff(int failures) => Math.Min(15 * 60, 60L << Math.Min(failures, 10));

    /// <summary>The window as it is asked again. Where a page fails twice its cursor may be what fails: what was not read is asked for anew.</summary>
    private static OpenWindow Again(OpenWindow window, SearchState state)
    {
        window = window with { Asked = 0, Got = 0, Failures = state == SearchState.Failed ? window.Failures + 1 : window.Failures };
        return window.Failures < 2 || window.Cursor is null ? window : window with { Cursor = null, To = window.UnreadTo, ReadBackTo = null, Failures = 0 };
    }

    private static long? ReadBackTo(OpenWindow window, SearchPage.Found page)
    {
        // A second of which a part is unread is unread.
        long? back = page.ReadBackTo is { } read ? read.AddTicks(TimeSpan.TicksPerSecond - 1).ToUnixTimeSeconds() : null;
        return back is null ? window.ReadBackTo : Math.Clamp(Math.Min(back.Value, window.UnreadTo), window.From, window.To);
    }

    private static SearchRow Searched(this SearchRow search, OpenWindow window, long from) =>
        search with { Ledger = search.Ledger.Add(from, window.To, SearchState.Searched, window.Asked, window.Got) };

    private static SearchRow Truncated(this SearchRow search, OpenWindow window)
    {
        var hasRead = window.UnreadTo < window.To;
        return search with
        {
            Ledger = search.Ledger
                .Add(window.From, window.UnreadTo, SearchState.Truncated, hasRead ? 0 : window.Asked, hasRead ? 0 : window.Got)
                .Add(window.UnreadTo, window.To, SearchState.Searched, window.Asked, window.Got),
        };
    }

    private static SearchRow Halved(this SearchRow search, OpenWindow window)
    {
        var middle = window.From + ((window.UnreadTo - window.From) / 2);
        return search with
        {
            Open = [.. search.Open, new(window.From, middle, window.NewFrom, window.Depth + 1), new(middle, window.UnreadTo, window.NewFrom, window.Depth + 1)],
        };
    }
}
