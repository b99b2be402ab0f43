using Campaigns.Listening.Cells;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Listening.Cells;

/// <summary>Random records of few mentions, so that the same mention comes again with other followers, engagement, kind and author.</summary>
public static class RandomRecords
{
    private static readonly Gen<long> Number = Gen.Frequency(
        (2, Gen.Constant(MentionRecord.Unknown)), (3, Gen.Choose(0, 3).Select(value => (long)value)), (1, Gen.Choose(0, int.MaxValue).Select(value => (long)value)));

    public static Gen<MentionRecord> One { get; } =
        from key in Gen.Choose(1, 12)
        from author in Gen.Choose(0, 4)
        from tags in Gen.Choose(0, 7)
        from high in Gen.Elements(0, 1)
        from kind in Gen.Choose(0, 3)
        from authorKind in Gen.Choose(0, 2)
        from own in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from numbers in Number.ArrayOf(6)
        from second in Gen.Choose(0, 3599)
        from observed in Gen.Choose(0, 5)
        from topics in Gen.Elements(0UL, 1UL, 2UL, 1UL << 63)
        from lookAlikes in Gen.Elements(0UL, 0UL, 4UL, ulong.MaxValue)
        select new MentionRecord
        {
            Key = (UInt128)(ulong)key << 64,
            Author = (UInt128)(ulong)author,
            // A channel is part of the key: one mention has one.
            Channel = key % 2 == 0 ? "x" : "bluesky",
            // Another text has other hashtags, or none at all.
            Tags = (uint)tags | (high == 0 ? 0 : 1UL << 63),
            Kind = (MentionKind)kind,
            AuthorKind = (AuthorKind)authorKind,
            Own = own,
            Followers = numbers[0],
            LargestFollowers = Math.Max(numbers[0], numbers[1]),
            Likes = numbers[2],
            Shares = numbers[3],
            Comments = numbers[4],
            Views = numbers[5],
            Second = second,
            Topics = topics,
            LookAlikes = lookAlikes,
            ObservedAt = 1_433_757_600_000 + observed,
        };

    public static Arbitrary<MentionRecord[]> History { get; } = One.ArrayOf().ToArbitrary();

    public static Arbitrary<Cell> Cells { get; } = One.ArrayOf().Select(records => Cell.Of(records)).ToArbitrary();

    /// <summary>An ordinary record, one for each number.</summary>
    public static MentionRecord Numbered(int number) => new()
    {
        // Keys are spread as hashes are.
        Key = new UInt128((ulong)(number + 1) * 0x9E3779B97F4A7C15, (ulong)number),
        Author = new UInt128((ulong)(number % 5000 + 1) * 0xC2B2AE3D27D4EB4F, 7),
        Channel = "x",
        Tags = 1,
        Followers = number % 10_000,
        LargestFollowers = number % 10_000,
        Likes = number % 100,
        Shares = 1,
        Comments = MentionRecord.Unknown,
        Views = MentionRecord.Unknown,
        Second = number % 3600,
        ObservedAt = 1_433_757_600_000,
    };
}
