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

    [Fact]
    public void Bytes_give_back_the_cell_and_equal_cells_give_equal_bytes() =>
        Prop.ForAll(RandomRecords.History, history =>
        {
            var cell = Cell.Of(history);
            var bytes = CellBytes.Write(cell);
            return Same(cell, CellBytes.Read(bytes)) && bytes.AsSpan().SequenceEqual(CellBytes.Write(Cell.Of([.. history.Reverse()])));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Cut_or_lengthened_bytes_are_refused()
    {
        var bytes = CellBytes.Write(Cell.Of(RandomRecords.One.Sample(50).ToArray()));

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<CellFormatException>(() => CellBytes.Read(bytes.AsSpan(0, length)));
        }

        Assert.Throws<CellFormatException>(() => CellBytes.Read([.. bytes, 0]));
    }

    [Fact]
    public void Bytes_of_another_version_are_refused_by_name()
    {
        var bytes = CellBytes.Write(Cell.Empty);
        bytes[0] = 9;

        Assert.Equal("The cell has layout 9; this version reads 1 to 2.", Assert.Throws<CellFormatException>(() => CellBytes.Read(bytes)).Message);
    }

    [Fact]
    public void The_first_layout_stays_readable()
    {
        // Written once and kept: a later version must read these very bytes.
        var cell = CellBytes.Read(Convert.FromBase64String(FirstLayout));

        Assert.Equal(FirstCell().Records, cell.Records);
    }

    private const string FirstLayout = "AQIHYmx1ZXNreQF4gJLzlN0pAgAIAAAAAAAAAAAAAAAAAAAABwCAgICAgICAgIABAACAoJSljR36BwECAwQFBgcICQoLDA0ODxAAAAAAAAAAAQAAAAAAAAACAQWPHHuwCZQKAQIA";

    private static Cell FirstCell() => Cell.Of(
    [
        new MentionRecord
        {
            Key = new UInt128(0x0102030405060708, 0x090A0B0C0D0E0F10), Author = new UInt128(1, 2), Channel = "x", Tags = 0b101, Kind = MentionKind.Share,
            AuthorKind = AuthorKind.Organisation, Own = true, Followers = 1200, LargestFollowers = 1300, Likes = 1, Shares = 2, Comments = 0, Views = MentionRecord.Unknown,
            Second = 3599, ObservedAt = 1_433_757_600_123,
        },
        new MentionRecord
        {
            Key = 7, Channel = "bluesky", Tags = 1UL << 63, Followers = MentionRecord.Unknown, LargestFollowers = MentionRecord.Unknown, Likes = MentionRecord.Unknown,
            Shares = MentionRecord.Unknown, Comments = MentionRecord.Unknown, Views = 1_000_000_000_000, Second = 0, ObservedAt = 1_433_757_600_000,
        },
    ]);

    private static bool Same(Cell one, Cell other) => one.Records.SequenceEqual(other.Records);
}
