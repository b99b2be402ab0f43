using Campaigns.Listening.Cells;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Listening.Cells;

public class CellMergeTests
{
    /// <summary>So small that a few records fill a page.</summary>
    private static readonly PageSizes Tiny = new(300, 200);

    [Fact]
    public void Any_history_through_pages_and_seals_gives_what_the_naive_model_gives() =>
        Prop.ForAll(RandomRecords.History, Gen.Choose(1, 9).ToArbitrary(), (history, size) =>
        {
            var cell = new PagedCell(Tiny);
            foreach (var pack in history.Chunk(size))
            {
                cell.Merge(pack);
            }

            return cell.Records.SequenceEqual(NaiveModel.Fold(history));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_messages_and_their_repetition_change_no_record() =>
        Prop.ForAll(RandomRecords.History, Gen.Choose(0, int.MaxValue).ToArbitrary(), (history, seed) =>
        {
            var (one, other) = (new PagedCell(Tiny), new PagedCell(Tiny));
            var random = new System.Random(seed);
            foreach (var pack in history.Chunk(3))
            {
                one.Merge(pack);
            }

            var shuffled = history.Chunk(2).Concat(history.Chunk(5)).ToArray();
            random.Shuffle(shuffled);
            foreach (var packs in shuffled.Chunk(3))
            {
                other.Merge(packs);
            }

            return one.Records.SequenceEqual(other.Records);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_the_cell_holds_already_changes_nothing_wherever_it_stands() =>
        Prop.ForAll(RandomRecords.History, history =>
        {
            var cell = new PagedCell(Tiny);
            foreach (var pack in history.Chunk(4))
            {
                cell.Merge(pack);
            }

            return history.Chunk(3).All(pack => !cell.Merge(pack)) && !cell.Merge([.. cell.Records]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Retractions_count_the_records_whose_author_kind_or_own_mark_changed_and_nothing_else() =>
        Prop.ForAll(RandomRecords.History, Gen.Choose(1, 4).ToArbitrary(), (history, size) =>
        {
            var (cell, expected) = (new PagedCell(Tiny), 0L);
            for (var at = 0; at < history.Length; at += size)
            {
                var before = NaiveModel.Fold(history[..at]).ToDictionary(record => record.Key);
                cell.Merge(history[at..Math.Min(at + size, history.Length)]);
                expected += cell.Records.Count(record => before.TryGetValue(record.Key, out var was) && (was.Author, was.Kind, was.Own) != (record.Author, record.Kind, record.Own));
            }

            return cell.Retractions == expected;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_full_page_is_sealed_and_the_open_one_begins_anew()
    {
        var cell = new PagedCell(PageSizes.Usual);

        cell.Merge([.. Enumerable.Range(0, 400).Select(Numbered)]);
        Assert.Equal((0, 400), (cell.Sealed.Count, cell.Open.Count));
        cell.Merge([.. Enumerable.Range(400, 400).Select(Numbered)]);

        Assert.Equal((1, 800, 0), (cell.Sealed.Count, cell.Sealed.First(1)[0].Count, cell.Open.Count));
    }

    [Fact]
    public void What_comes_at_once_is_spread_over_pages_of_about_the_same_size()
    {
        var cell = new PagedCell(PageSizes.Usual);

        cell.Merge([.. Enumerable.Range(0, 30_000).Select(Numbered)]);

        var pages = cell.Sealed.First(cell.Sealed.Count);
        Assert.Equal(30_000, pages.Sum(page => page.Count));
        Assert.InRange(pages.Length, 7, 12);
        Assert.All(pages, page => Assert.InRange(page.Bytes.Length, PageSizes.Usual.Sealed * 3 / 4, PageSizes.Usual.Sealed + 200));
    }

    [Fact]
    public void A_page_that_was_sealed_is_never_touched_again()
    {
        var cell = new PagedCell(Tiny);
        cell.Merge([.. Enumerable.Range(0, 40).Select(Numbered)]);
        var pages = cell.Sealed.First(cell.Sealed.Count);

        cell.Merge([Numbered(3) with { Likes = 1_000 }]);

        Assert.Equal(pages, cell.Sealed.First(pages.Length));
        Assert.Equal(1, cell.Open.Count);
        Assert.Equal(1_000, cell.Records.Single(record => record.Key == Numbered(3).Key).Likes);
    }

    private static MentionRecord Numbered(int number) => RandomRecords.Numbered(number);
}
