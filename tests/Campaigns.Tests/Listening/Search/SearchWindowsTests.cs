using Campaigns.Channels;
using Campaigns.Listening.Coverage;
using Campaigns.Listening.Search;

namespace Campaigns.Tests.Listening.Search;

public sealed class SearchWindowsTests
{
    private const long End = 1_000_000;

    private static readonly SearchTerms Terms = new(10, null, false, TimeSpan.FromMinutes(30), 0, 0, "USD");

    [Theory]
    [InlineData(60)]
    [InlineData(1800)]
    [InlineData(1860)]
    [InlineData(36 * 3600)]
    public void A_campaign_that_is_extended_after_its_end_leaves_no_hole(long after)
    {
        var search = Searched(Start(), new ListeningPeriod(0, End), End - 600);
        search = Searched(search, new ListeningPeriod(0, End), End + after);
        search = Searched(search, new ListeningPeriod(0, End), End + after + 60);

        search = Searched(search, new ListeningPeriod(0, End + 86400), End + after + 120);

        var whole = Assert.Single(search.Ledger.Segments);
        Assert.Equal((0, Math.Min(End + 86400, End + after + 120)), (whole.From, whole.To));
    }

    [Fact]
    public void A_campaign_that_is_shortened_and_made_longer_again_is_not_searched_from_where_it_was_short()
    {
        var search = Searched(Start(), new ListeningPeriod(0, End), End / 2);
        search = Searched(search, new ListeningPeriod(0, End / 4), (End / 2) + 60);
        Assert.True(search.IsDone(new ListeningPeriod(0, End / 4), Terms));
        Assert.Equal((End / 2) - 1800, Assert.Single(search.Opened(new ListeningPeriod(0, End), Terms, (End / 2) + 120, 60).Open).From);
    }

    [Fact]
    public void A_search_is_done_when_everything_that_comes_late_was_looked_for()
    {
        var period = new ListeningPeriod(0, End);
        Assert.False(Searched(Start(), period, End + 1799).IsDone(period, Terms));
        Assert.True(Searched(Start(), period, End + 1800).IsDone(period, Terms));
        Assert.True(Searched(Start(), period, End + 90_000).IsDone(period, Terms));
    }

    private static SearchRow Start() => new() { Key = new SearchKey("bluesky", null, "missingtype"), From = 0, LookedTo = 0 };

    /// <summary>The search after every window that is due was read.</summary>
    private static SearchRow Searched(SearchRow search, ListeningPeriod period, long now)
    {
        search = search.Opened(period, Terms, now, 60);
        return search with
        {
            Open = [],
            Ledger = search.Open.Aggregate(search.Ledger, (ledger, window) => ledger.Add(window.From, window.To, SearchState.Searched)),
        };
    }
}
