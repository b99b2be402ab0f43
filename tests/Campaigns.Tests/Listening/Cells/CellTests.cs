using Campaigns.Listening.Cells;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Listening.Cells;

public class CellTests
{
    [Fact]
    public void Merging_a_cell_with_itself_changes_nothing_and_says_so() =>
        Prop.ForAll(RandomRecords.Cells, cell => ReferenceEquals(cell, cell.Merge(Cell.Of(cell.Records)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Merge_is_commutative() =>
        Prop.ForAll(RandomRecords.Cells, RandomRecords.Cells, (a, b) => Same(a.Merge(b), b.Merge(a))).QuickCheckThrowOnFailure();

    [Fact]
    public void Merge_is_associative() =>
        Prop.ForAll(RandomRecords.Cells, RandomRecords.Cells, RandomRecords.Cells, (a, b, c) => Same(a.Merge(b).Merge(c), a.Merge(b.Merge(c)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Merging_twice_is_merging_once() =>
        Prop.ForAll(RandomRecords.Cells, RandomRecords.Cells, (a, b) => ReferenceEquals(a.Merge(b), a) || Same(a.Merge(b), a.Merge(b).Merge(b))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_merge_answers_the_same_cell_exactly_where_nothing_changed() =>
        Prop.ForAll(RandomRecords.Cells, RandomRecords.Cells, (a, b) => ReferenceEquals(a.Merge(b), a) == Same(a.Merge(b), a)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_history_in_any_packing_gives_what_the_naive_model_gives() =>
        Prop.ForAll(RandomRecords.History, Gen.Choose(1, 7).ToArbitrary(), (history, size) =>
        {
            var cell = history.Chunk(size).Aggregate(Cell.Empty, (before, pack) => before.Merge(Cell.Of(pack)));
            return cell.Records.SequenceEqual(NaiveModel.Fold(history)) && cell.Records.SequenceEqual(Cell.Of(history).Records);
        }).QuickCheckThrowOnFailure();

    private static bool Same(Cell one, Cell other) => one.Records.SequenceEqual(other.Records);
}
