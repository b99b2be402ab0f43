using Campaigns.Listening.Cells;

namespace Campaigns.Results.RollUps;

/// <summary>
/// A day's hours as bytes. An hour, channel and kind takes at most 200 bytes and six for each hashtag: 25 hours of every channel and kind with 64
/// hashtags are less than the 1 MiB of an entity.
/// </summary>
internal static class HourPartBytes
{
    private const byte Version = 1;
    private const int ShortestPart = 18;
    private const int LongestPart = 256;
    private const int LongestUse = 1 + ByteWriter.LongestNumber;

    public static byte[] Write(IReadOnlyList<HourPart> parts)
    {
        string[] channels = [.. parts.Select(part => part.Channel!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var buffer = new byte[16 + (channels.Length * LongestPart) + parts.Sum(part => LongestPart + (part.Uses.Count * LongestUse))];
        var writer = new ByteWriter(buffer);
        writer.Byte(Version);
        writer.Number((ulong)channels.Length);
        foreach (var channel in channels)
        {
            writer.Text(channel);
        }

        writer.Number((ulong)parts.Count);
        var hour = 0L;
        foreach (var part in parts)
        {
            writer.Number((ulong)(part.Hour - hour));
            hour = part.Hour;
            writer.Byte((byte)Array.IndexOf(channels, part.Channel));
            writer.Byte((byte)part.Kind!);
            foreach (var number in (ReadOnlySpan<long>)[part.Mentions, part.WithoutAuthor, part.Own])
            {
                writer.Number((ulong)number);
            }

            foreach (var sum in (ReadOnlySpan<KnownSum>)[part.Likes, part.Shares, part.Comments, part.Views])
            {
                writer.Number((ulong)sum.Sum);
                writer.Number((ulong)sum.Known);
                writer.Number((ulong)sum.Unknown);
            }

            writer.Number((ulong)part.Uses.Count);
            foreach (var (tag, uses) in part.Uses.OrderBy(use => use.Key))
            {
                writer.Byte((byte)tag);
                writer.Number((ulong)uses);
            }
        }

        return buffer[..writer.Written];
    }

    public static IReadOnlyList<HourPart> Read(byte[] bytes)
    {
        var reader = new ByteReader(bytes);
        if (reader.Byte() is var version and not Version)
        {
            throw new CellFormatException($"The hours of a day have layout {version}; this version reads {Version}.");
        }

        var channels = new string[reader.Count(1)];
        for (var at = 0; at < channels.Length; at++)
        {
            channels[at] = reader.Text();
        }

        var parts = new HourPart[reader.Count(ShortestPart)];
        var hour = 0L;
        for (var at = 0; at < parts.Length; at++)
        {
            hour += (long)reader.Number();
            parts[at] = new HourPart(hour, channels[reader.Byte()], reader.Byte())
            {
                Mentions = (long)reader.Number(),
                WithoutAuthor = (long)reader.Number(),
                Own = (long)reader.Number(),
                Likes = Sum(ref reader),
                Shares = Sum(ref reader),
                Comments = Sum(ref reader),
                Views = Sum(ref reader),
                Uses = Uses(ref reader),
            };
        }

        reader.End();
        return parts;
    }

    private static KnownSum Sum(ref ByteReader reader) => new((long)reader.Number(), (long)reader.Number(), (long)reader.Number());

    private static Dictionary<int, long> Uses(ref ByteReader reader)
    {
        var uses = new Dictionary<int, long>();
        for (var left = reader.Count(2); left > 0; left--)
        {
            uses.Add(reader.Byte(), (long)reader.Number());
        }

        return uses;
    }
}
