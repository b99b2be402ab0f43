using Campaigns.Listening.Coverage;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Listening.Coverage;

public sealed class SearchLedgerTests
{
    private const int Longest = 64 * 1024;
    private const int Minute = 60;
    private const long Start = 1_433_458_800;

    private static readonly SearchState[] States = Enum.GetValues<SearchState>()[1..];

    private static Arbitrary<Segment[]> Windows =>
        (from at in Gen.Choose(0, 200)
         from length in Gen.Choose(1, 60)
         from state in Gen.Elements(States)
         from asked in Gen.Choose(0, 5)
         from got in Gen.Choose(0, 100)
         select new Segment(at, at + length, state, asked, got)).ArrayOf().ToArbitrary();

    [Fact]
    public void Any_order_of_windows_gives_the_same_states_and_the_same_sums() => Check.QuickThrowOnFailure(Prop.ForAll(Windows, ArbMap.Default.ArbFor<int>(), (windows, seed) =>
    {
        var shuffled = windows.ToArray();
        new Random(seed).Shuffle(shuffled);
        var (one, other) = (LedgerOf(windows), LedgerOf(shuffled));
        return StatesOf(one).SequenceEqual(StatesOf(other)) && (one.Asked, one.Got) == (other.Asked, other.Got)
            && (one.Asked, one.Got) == (windows.Sum(window => window.Asked), windows.Sum(window => window.Got));
    }));

    [Fact]
    public void Each_second_has_the_best_state_of_the_windows_over_it() => Check.QuickThrowOnFailure(Prop.ForAll(Windows, windows =>
    {
        var ledger = LedgerOf(windows);
        return Enumerable.Range(0, 300).All(second =>
            StateAt(ledger, second) == windows.Where(window => window.From <= second && second < window.To).Select(window => window.State).DefaultIfEmpty().Max());
    }));

    [Fact]
    public void Segments_are_in_order_never_overlap_and_touch_only_where_their_states_differ() => Check.QuickThrowOnFailure(Prop.ForAll(Windows, windows =>
    {
        var segments = LedgerOf(windows).Segments;
        return segments.All(segment => segment.Length > 0)
            && segments.Zip(segments.Skip(1)).All(pair => pair.First.To < pair.Second.From || (pair.First.To == pair.Second.From && pair.First.State != pair.Second.State));
    }));

    [Fact]
    public void A_window_that_comes_twice_changes_no_state() => Check.QuickThrowOnFailure(Prop.ForAll(Windows, windows =>
        StatesOf(LedgerOf([.. windows, .. windows])).SequenceEqual(StatesOf(LedgerOf(windows)))));

    [Fact]
    public void A_ledger_comes_back_from_its_bytes() => Check.QuickThrowOnFailure(Prop.ForAll(Windows, windows =>
    {
        var ledger = LedgerOf(windows);
        return SearchLedgerBytes.Read(SearchLedgerBytes.Write(ledger)).Segments.SequenceEqual(ledger.Segments);
    }));

    [Fact]
    public void What_was_missed_turns_to_searched_once_it_is_searched()
    {
        var ledger = SearchLedger.Empty
            .Add(0, 100, SearchState.Searched, asked: 1, got: 10)
            .Add(100, 200, SearchState.Failed, asked: 3)
            .Add(200, 300, SearchState.Searched, asked: 1, got: 20);
        Assert.Equal(3, ledger.Segments.Count);
        Assert.Equal([new Segment(0, 300, SearchState.Searched, 6, 35)], ledger.Add(90, 200, SearchState.Searched, asked: 1, got: 5).Segments);
    }

    [Theory]
    [InlineData(17)]
    [InlineData(366)]
    public void A_campaign_that_is_searched_every_minute_is_one_segment(int days)
    {
        var ledger = SearchLedger.Empty;
        for (var minute = 0; minute < days * 24 * 60; minute++)
        {
            var now = Start + (minute * Minute);
            ledger = ledger.Add(now - (30 * Minute), now, SearchState.Searched, asked: 1, got: 1);
        }

        Assert.Equal(days * 24 * 60, Assert.Single(ledger.Segments).Asked);
        Assert.True(SearchLedgerBytes.Write(ledger).Length < 64);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public void However_its_minutes_went_a_ledger_stays_small_keeps_its_sums_and_shows_no_minute_better_than_it_was(int days)
    {
        var random = new Random(days);
        var ledger = SearchLedger.Empty;
        var was = new SearchState[days * 24 * 60];
        for (var minute = 0; minute < was.Length; minute++)
        {
            was[minute] = (SearchState)random.Next(0, 7);
            var from = Start + (minute * Minute);
            ledger = was[minute] == SearchState.NotAsked ? ledger : ledger.Add(from, from + Minute, was[minute], asked: 2, got: 1_000);
            Assert.True(ledger.Segments.Count <= SearchLedger.Most);
        }

        Assert.InRange(SearchLedgerBytes.Write(ledger).Length, 1, Longest / 4);
        Assert.Equal((2L * was.Count(state => state != SearchState.NotAsked), 1_000L * was.Count(state => state != SearchState.NotAsked)), (ledger.Asked, ledger.Got));
        foreach (var segment in ledger.Segments)
        {
            for (var second = segment.From; second < segment.To; second += Minute)
            {
                Assert.True(segment.State <= was[(second - Start) / Minute]);
            }
        }
    }

    [Fact]
    public void What_a_wrong_clock_recorded_of_the_future_can_be_forgotten()
    {
        var ledger = SearchLedger.Empty.Add(0, 100, SearchState.Searched).Add(200, 300, SearchState.Searched).Before(50);
        Assert.Equal([new Segment(0, 50, SearchState.Searched, 0, 0)], ledger.Segments);
    }

    private static SearchLedger LedgerOf(Segment[] windows) =>
        windows.Aggregate(SearchLedger.Empty, (ledger, window) => ledger.Add(window.From, window.To, window.State, window.Asked, window.Got));

    private static IEnumerable<(long, long, SearchState)> StatesOf(SearchLedger ledger) => ledger.Segments.Select(segment => (segment.From, segment.To, segment.State));

    private static SearchState StateAt(SearchLedger ledger, long second) =>
        ledger.Segments.Where(segment => segment.From <= second && second < segment.To).Select(segment => segment.State).SingleOrDefault();
}
