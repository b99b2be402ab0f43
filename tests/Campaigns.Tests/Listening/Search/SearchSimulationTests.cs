using Campaigns.Channels;
using Campaigns.Listening.Coverage;
using Campaigns.Listening.Search;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Listening.Search;

/// <summary>Whole campaigns in memory, on channels that cut short, ask to wait and fail at random: what is said to be searched was searched.</summary>
public sealed class SearchSimulationTests
{
    private const long Days = 2;
    private static readonly ListeningPeriod Period = new(1_433_458_800, 1_433_458_800 + (Days * 86_400));

    [Fact]
    public void Every_item_in_what_is_said_to_be_searched_was_found_and_in_the_end_all_of_it_is() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => new Run(seed).IsRight()));

    private sealed class Run(int seed)
    {
        private static readonly SearchTerms Terms = new(10, null, false, TimeSpan.FromMinutes(30), 0, 0, "USD");
        private readonly Random random = new(seed);
        private readonly HashSet<int> found = [];
        private (long At, long Shown)[] items = [];
        private int trouble;
        private bool tellsReadBack;
        private int? showsAtMost;

        public bool IsRight()
        {
            var burst = Period.From + random.Next(0, (int)(Days * 86_400) - 700);
            items =
            [
                .. Enumerable.Range(0, random.Next(0, 400))
                    .Select(_ => random.Next(3) == 0 ? burst + random.Next(600) : Period.From + random.Next((int)(Days * 86_400)))
                    .Select(at => (at, at + random.Next(1_700))),
            ];
            (trouble, tellsReadBack, showsAtMost) = (random.Next(0, 60), random.Next(2) == 0, random.Next(2) == 0 ? random.Next(30, 60) : null);
            var search = new SearchRow { Key = new SearchKey("bluesky", null, "tag"), From = Period.From, LookedTo = Period.From };
            var last = Period.To + (long)Terms.LateBy.TotalSeconds;
            for (var now = Period.From + random.Next(7_200); !search.IsDone(Period, Terms); now += random.Next(50) == 0 ? random.Next(20_000) : 60 + random.Next(600))
            {
                trouble = now > last + 86_400 ? 0 : trouble;
                search = Round(search, now);
                if (search.Open.Count > SearchWindows.Most || !IsHonest(search.Ledger) || now > last + (4 * 86_400))
                {
                    return false;
                }
            }

            // A leaf that is still cut short is given up; the bursts here are not so dense.
            return found.Count == items.Length && search.Ledger.Segments is [{ State: SearchState.Searched } whole] && (whole.From, whole.To) == (Period.From, Period.To);
        }

        private SearchRow Round(SearchRow search, long now)
        {
            search = search.Opened(Period, Terms, now, 60);
            for (var pages = random.Next(1, 40); search.Open.Count > 0 && pages > 0; pages--)
            {
                if (random.Next(100) < trouble)
                {
                    return search.Stopped((SearchState)random.Next(1, 5), "no", now + 60, 1);
                }

                search = search.After(Page(search.Open[^1], now), Terms, 0);
            }

            return search;
        }

        private SearchPage.Found Page(OpenWindow window, long now)
        {
            var all = Enumerable.Range(0, items.Length)
                .Where(item => items[item].Shown <= now && items[item].At >= window.From && items[item].At < window.To)
                .OrderByDescending(item => items[item].At).ThenBy(item => item).ToList();
            var shown = Math.Min(all.Count, showsAtMost ?? int.MaxValue);
            var from = window.Cursor is { } cursor ? int.Parse(cursor, System.Globalization.CultureInfo.InvariantCulture) : 0;
            var page = all.Take(shown).Skip(from).Take(Terms.PageSize).ToList();
            found.UnionWith(page);
            var to = from + page.Count;
            return new SearchPage.Found([.. page.Select(_ => new FoundItem { Id = "", CreatedAt = default, Text = "" })], to < shown ? $"{to}" : null, to >= shown && shown < all.Count)
            {
                ReadBackTo = tellsReadBack && page.Count > 0 ? DateTimeOffset.FromUnixTimeSeconds(items[page[^1]].At).AddTicks(1) : null,
            };
        }

        /// <summary>An item that was shown when its time was searched was found; one that is not shown yet is looked back for.</summary>
        private bool IsHonest(SearchLedger ledger) =>
            ledger.Segments.Zip(ledger.Segments.Skip(1)).All(pair => pair.First.To <= pair.Second.From)
            && ledger.Segments.All(segment => segment.From >= Period.From && segment.To <= Period.To);
    }
}
