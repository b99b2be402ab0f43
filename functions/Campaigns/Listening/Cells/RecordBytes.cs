using System.Numerics;

namespace Campaigns.Listening.Cells;

/// <summary>One record as bytes within a cell: two bytes of flags, keys, then only the numbers that are known.</summary>
internal static class RecordBytes
{
    /// <summary>Where the key stands in a record.</summary>
    public const int KeyPlace = 2;

    /// <summary>No record is longer.</summary>
    public const int Longest = 2 + (2 * 16) + (12 * ByteWriter.LongestNumber);

    /// <summary>No record is shorter: flags, key, channel, tags, second, observation.</summary>
    public const int Shortest = 2 + 16 + 4;

    private const int SecondsOfHour = 3600;

    // First byte: the kind (bits 0 and 1), the author's kind (bits 2 and 3), then:
    private const int NoAuthorKind = 3 << 2;
    private const int HasAuthor = 1 << 4;
    private const int IsOwn = 1 << 5;
    private const int HasFollowers = 1 << 6;
    private const int HasLargerFollowers = 1 << 7;

    // Second byte: which engagement is known.
    private const int HasLikes = 1 << 0;
    private const int HasShares = 1 << 1;
    private const int HasComments = 1 << 2;
    private const int HasViews = 1 << 3;

    // And, since layout 2, which sets of bits are not empty.
    private const int HasTopics = 1 << 4;
    private const int HasLookAlikes = 1 << 5;

    /// <summary>The bytes that a record takes among others that were taken in at the same time, on at most 127 channels.</summary>
    public static int SizeOf(in MentionRecord record) => 2 + 16 + (record.Author != 0 ? 16 : 0) + 1 + Size(record.Tags) + Size((ulong)record.Second) + 1
        + SizeOfKnown(record.Followers) + (record.LargestFollowers != record.Followers ? Size((ulong)record.LargestFollowers) : 0)
        + SizeOfKnown(record.Likes) + SizeOfKnown(record.Shares) + SizeOfKnown(record.Comments) + SizeOfKnown(record.Views)
        + SizeOfBits(record.Topics) + SizeOfBits(record.LookAlikes);

    private static int SizeOfKnown(long value) => value < 0 ? 0 : Size((ulong)value);

    private static int SizeOfBits(ulong bits) => bits == 0 ? 0 : Size(bits);

    private static int Size(ulong value) => 1 + (BitOperations.Log2(value | 1) / 7);

    public static void Write(ref ByteWriter writer, in MentionRecord record, int channel, long earliest)
    {
        writer.Byte((byte)((int)record.Kind | ((int)record.AuthorKind << 2)
            | (record.Author != 0 ? HasAuthor : 0)
            | (record.Own ? IsOwn : 0)
            | (record.Followers >= 0 ? HasFollowers : 0)
            | (record.LargestFollowers != record.Followers ? HasLargerFollowers : 0)));
        writer.Byte((byte)((record.Likes >= 0 ? HasLikes : 0) | (record.Shares >= 0 ? HasShares : 0)
            | (record.Comments >= 0 ? HasComments : 0) | (record.Views >= 0 ? HasViews : 0)
            | (record.Topics != 0 ? HasTopics : 0) | (record.LookAlikes != 0 ? HasLookAlikes : 0)));
        writer.Key(record.Key);
        if (record.Author != 0)
        {
            writer.Key(record.Author);
        }

        writer.Number((ulong)channel);
        writer.Number(record.Tags);
        writer.Number((ulong)record.Second);
        writer.Number((ulong)(record.ObservedAt - earliest));
        writer.Known(record.Followers);
        if (record.LargestFollowers != record.Followers)
        {
            writer.Number((ulong)record.LargestFollowers);
        }

        writer.Known(record.Likes);
        writer.Known(record.Shares);
        writer.Known(record.Comments);
        writer.Known(record.Views);
        if (record.Topics != 0)
        {
            writer.Number(record.Topics);
        }

        if (record.LookAlikes != 0)
        {
            writer.Number(record.LookAlikes);
        }
    }

    public static MentionRecord Read(ref ByteReader reader, IReadOnlyList<string> channels, long earliest)
    {
        int flags = reader.Byte();
        int known = reader.Byte();
        var key = reader.Key();
        var author = (flags & HasAuthor) != 0 ? reader.Key() : default;
        var channel = reader.Number();
        var tags = reader.Number();
        var second = reader.Number();
        var observedAt = earliest + (long)reader.Number();
        var followers = reader.Known((flags & HasFollowers) != 0);
        return new MentionRecord
        {
            Key = key,
            Author = author,
            Channel = channel < (ulong)channels.Count ? channels[(int)channel] : throw new CellFormatException($"A record names channel {channel} of {channels.Count}."),
            Tags = tags,
            Kind = (MentionKind)(flags & 3),
            AuthorKind = (flags & NoAuthorKind) != NoAuthorKind ? (AuthorKind)((flags >> 2) & 3) : throw new CellFormatException("A record names an author kind that there is not."),
            Own = (flags & IsOwn) != 0,
            Second = second < SecondsOfHour ? (int)second : throw new CellFormatException($"A record names second {second} of its hour."),
            ObservedAt = observedAt,
            Followers = followers,
            LargestFollowers = (flags & HasLargerFollowers) != 0 ? (long)reader.Number() : followers,
            Likes = reader.Known((known & HasLikes) != 0),
            Shares = reader.Known((known & HasShares) != 0),
            Comments = reader.Known((known & HasComments) != 0),
            Views = reader.Known((known & HasViews) != 0),
            Topics = (known & HasTopics) != 0 ? reader.Number() : 0,
            LookAlikes = (known & HasLookAlikes) != 0 ? reader.Number() : 0,
        };
    }
}
