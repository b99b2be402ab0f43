using Campaigns.Listening.Cells;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Listening.Cells;

public class CellBytesTests
{
    // Written once by the version that wrote such layouts, and kept: every later version must read these very bytes.
    private const string FirstLayout = "AQIHYmx1ZXNreQF4gJLzlN0pAgAIAAAAAAAAAAAAAAAAAAAABwCAgICAgICAgIABAACAoJSljR36BwECAwQFBgcICQoLDA0ODxAAAAAAAAAAAQAAAAAAAAACAQWPHHuwCZQKAQIA";
    private const string SecondLayout = "AgIHYmx1ZXNreQF4gJLzlN0pAgAoAAAAAAAAAAAAAAAAAAAABwCAgICAgICAgIABAACAoJSljR0F+hcBAgMEBQYHCAkKCwwNDg8QAAAAAAAAAAEAAAAAAAAAAgEFjxx7sAmUCgECAICAgICAgICAgAE=";
    private const string ThirdLayout = "AwIHYmx1ZXNreQF4gJLzlN0pAgAoAAAAAAAAAAAAAAAAAAAABwCAgICAgICAgIABAACAoJSljR0F+hcBAgMEBQYHCAkKCwwNDg8QAAAAAAAAAAEAAAAAAAAAAgEFjxx7sAmUCgECAICAgICAgICAgAFVaPzl";

    [Fact]
    public void Bytes_give_back_the_cell_and_equal_cells_give_equal_bytes() =>
        Prop.ForAll(RandomRecords.History, history =>
        {
            var cell = Cell.Of(history);
            var bytes = CellBytes.Write(cell);
            return cell.Records.SequenceEqual(CellBytes.Read(bytes).Records) && bytes.AsSpan().SequenceEqual(CellBytes.Write(Cell.Of([.. history.Reverse()])));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Cut_or_lengthened_bytes_are_refused()
    {
        var bytes = Sample();

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<CellFormatException>(() => CellBytes.Read(bytes.AsSpan(0, length)));
        }

        Assert.Throws<CellFormatException>(() => CellBytes.Read([.. bytes, 0]));
    }

    [Fact]
    public void No_flipped_bit_goes_unnoticed()
    {
        var bytes = Sample();

        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<CellFormatException>(() => CellBytes.Read(bytes));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Theory]
    [InlineData(FirstLayout)]
    [InlineData(SecondLayout)]
    public void Damage_in_a_layout_without_a_check_sum_never_crashes(string layout)
    {
        var bytes = Convert.FromBase64String(layout);

        for (var damage = 0; damage < bytes.Length * 256; damage++)
        {
            var before = bytes[damage / 256];
            bytes[damage / 256] = (byte)damage;
            try
            {
                Assert.InRange(CellBytes.Read(bytes).Count, 0, 2);
            }
            catch (CellFormatException)
            {
                // It was noticed.
            }

            bytes[damage / 256] = before;
        }
    }

    [Fact]
    public void Random_bytes_are_refused() =>
        Prop.ForAll<byte[]>(bytes => Assert.Throws<CellFormatException>(() => CellBytes.Read([PageFrame.Version, .. bytes]))).QuickCheckThrowOnFailure();

    [Fact]
    public void Bytes_of_another_version_are_refused_by_name()
    {
        var bytes = CellBytes.Write(Cell.Empty);
        bytes[0] = 9;

        Assert.Equal("The cell has layout 9; this version reads 1 to 3.", Assert.Throws<CellFormatException>(() => CellBytes.Read(bytes)).Message);
    }

    [Fact]
    public void The_first_layout_stays_readable() => Assert.Equal(Kept().Records, CellBytes.Read(Convert.FromBase64String(FirstLayout)).Records);

    [Fact]
    public void The_second_layout_stays_readable() => Assert.Equal(WithBits().Records, CellBytes.Read(Convert.FromBase64String(SecondLayout)).Records);

    [Fact]
    public void The_layout_of_now_is_that_of_the_record()
    {
        Assert.Equal(ThirdLayout, Convert.ToBase64String(CellBytes.Write(WithBits())));
        Assert.Equal(WithBits().Records, CellBytes.Read(Convert.FromBase64String(ThirdLayout)).Records);
    }

    private static byte[] Sample() => CellBytes.Write(Cell.Of(RandomRecords.One.Sample(50).ToArray()));

    private static Cell WithBits() => Cell.Of(
    [
        Kept().Records[0] with { LookAlikes = 5 },
        Kept().Records[1] with { Topics = 1UL << 63 },
    ]);

    private static Cell Kept() => Cell.Of(
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
}
