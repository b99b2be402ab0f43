using Campaigns.Insight;
using Campaigns.Listening.Cells;

namespace Campaigns.Tests.Insight;

public class LookedAtTests
{
    [Fact]
    public void Keys_are_found_wherever_they_stand_and_full_pages_never_change()
    {
        var (looked, random, all) = (LookedAt.Nothing, new Random(5), new HashSet<ulong>());
        for (var batch = 0; batch < 40; batch++)
        {
            var keys = Enumerable.Range(0, 300).Select(_ => (ulong)random.NextInt64()).Where(all.Add).ToArray();
            var before = looked;
            looked = looked.With(keys, (ulong)batch);
            Assert.Equal(before.Pages, looked.Pages.Take(before.Pages.Count));
        }

        Assert.All(all, key => Assert.True(looked.Has(key)));
        Assert.False(looked.Has(ulong.MaxValue));
        Assert.Equal(all.Count, looked.Open.Length + looked.Pages.Sum(page => page.Length));
        Assert.All(looked.Pages, page => Assert.Equal(LookedAt.PageSize, page.Length));
        Assert.Equal(40, looked.Batches.Length);
    }

    [Fact]
    public void What_is_stored_reads_as_it_was_written()
    {
        var hour = new CellId("c", "g", 398_000);
        var looked = LookedAt.Nothing.With([3, ulong.MaxValue, 1], 9);
        Assert.Equal([1UL, 3UL, ulong.MaxValue], InsightRows.Keys(InsightRows.Row(hour, looked)));
        Assert.Equal([9UL], InsightRows.Keys(InsightRows.Row(hour, looked), "B"));

        var day = new InsightDay("2015-06-08");
        for (var number = 0; number < 5_000; number++)
        {
            day.Add(new InsightGroup(number % 2 == 0 ? "x" : "bluesky", (ulong)number + 1, ulong.MaxValue >> (number % 64), number % 3 == 0 ? null : "en"), new InsightCounts { Positive = number, Confidence = 1_000L * number });
        }

        day.AddAnalyser("words", "1", 7);
        day.Show("waiting list", 5);
        var read = InsightRows.Day(InsightRows.Row("c.g", day));

        Assert.Equal(day.Groups.OrderBy(group => group.Key.GetHashCode()), read.Groups.OrderBy(group => group.Key.GetHashCode()));
        Assert.Equal(Enumerable.Range(0, 5_000).Sum(number => (long)number), read.Groups.Values.Sum(counts => counts.Positive));
        // So many hashtags at once that the day's groups are full: the rest is added up under fewer.
        Assert.InRange(read.Groups.Count, 4_096, 4_500);
        Assert.Equal((7, 5), (read.Analysers[("words", "1")], read.Phrases["waiting list"]));
    }

    [Fact]
    public void Phrases_are_bounded_and_the_frequent_ones_stay()
    {
        var phrases = new PhraseCounts();
        for (var number = 0UL; number < 20_000; number++)
        {
            phrases.Add(number + 10);
            phrases.Add(number % 10);
        }

        Assert.Equal(2_000, phrases.All[3]);
        Assert.InRange(phrases.All.Count, 1, PhraseCounts.Most);
        var read = InsightRows.Phrases(InsightRows.Row("c.g", "2015-06-08", phrases));
        Assert.Equal(phrases.All.OrderBy(phrase => phrase.Key), read.All.OrderBy(phrase => phrase.Key));
    }

    [Fact]
    public void A_day_shows_the_phrases_that_most_mentions_have()
    {
        var day = new InsightDay("2015-06-08");
        for (var number = 0; number < 300; number++)
        {
            day.Show($"phrase {number}", number);
        }

        Assert.Equal(Enumerable.Range(200, 100).Select(number => (long)number), day.Phrases.Values.Order());
    }
}
