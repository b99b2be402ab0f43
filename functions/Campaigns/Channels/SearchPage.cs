namespace Campaigns.Channels;

/// <summary>What one page of a search came to.</summary>
public abstract record SearchPage
{
    private SearchPage()
    {
    }

    /// <summary>How many requests were made for it; some channels need more than one for a page.</summary>
    public int Requests { get; init; } = 1;

    /// <summary>Items within the query's window; the window is searched where nothing comes next and nothing was cut short.</summary>
    /// <param name="Items">The items, all made within the window. Whether they use the hashtag is for the caller to see.</param>
    /// <param name="Next">What the next page is asked for with; null where there is no more within the window.</param>
    /// <param name="IsCutShort">Whether the channel stops before the window's start although there may be more.</param>
    public sealed record Found(IReadOnlyList<FoundItem> Items, string? Next, bool IsCutShort) : SearchPage
    {
        /// <summary>Up to when back the channel has been read: everything that it shows from here on was in this page or an earlier one; null where it cannot tell.</summary>
        public DateTimeOffset? ReadBackTo { get; init; }
    }

    /// <summary>The channel asks to wait.</summary>
    /// <param name="Until">When to ask again.</param>
    public sealed record RateLimited(DateTimeOffset Until) : SearchPage;

    /// <summary>The channel will not answer until somebody changes something.</summary>
    /// <param name="Reason">What is wrong and what to do about it.</param>
    public sealed record Refused(string Reason) : SearchPage;

    /// <summary>The channel did not answer, or answered nonsense: worth another try.</summary>
    /// <param name="Reason">How it failed.</param>
    public sealed record Failed(string Reason) : SearchPage;
}
